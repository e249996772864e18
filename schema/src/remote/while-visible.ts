/** Does it every so often while the page can be seen, and at once when it is seen again. Answers the way out. */
export function whileVisible(everyMs: number, run: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = () => {
    clearInterval(timer);
    if (document.visibilityState === 'visible') timer = setInterval(run, everyMs);
  };
  const seen = () => {
    if (document.visibilityState === 'visible') run();
    follow();
  };
  follow();
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}
