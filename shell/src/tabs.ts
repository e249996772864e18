type News = 'signed-in' | 'signed-out';

/** The other tabs of this browser: they share the cookie, so they must hear of its coming and going. */
export interface Tabs {
  tell(news: News): void;
  listen(listener: (news: News) => void): void;
}

export function browserTabs(): Tabs {
  const channel = new BroadcastChannel('jetbridge.session');
  return {
    tell: (news) => channel.postMessage(news),
    listen: (listener) => channel.addEventListener('message', ({ data }: MessageEvent<News>) => listener(data)),
  };
}
