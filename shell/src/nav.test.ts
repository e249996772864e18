import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryNav, urlNav } from './nav.ts';

/** The browser's history in a few lines: entries, a place among them, and `popstate` on the way back. */
function fakeBrowser(start: string) {
  const entries = [start];
  let at = 0;
  const events = new EventTarget();
  const location = {
    get pathname() {
      return entries[at]!.split('?')[0]!;
    },
    get search() {
      return entries[at]!.includes('?') ? entries[at]!.slice(entries[at]!.indexOf('?')) : '';
    },
  };
  const go = (steps: number) => {
    at += steps;
    events.dispatchEvent(new Event('popstate'));
  };
  const history = {
    pushState: (_: unknown, __: string, url: string) => {
      entries.splice(++at, entries.length, url);
    },
    replaceState: (_: unknown, __: string, url: string) => {
      entries[at] = url;
    },
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', history);
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  return { entries, back: () => go(-1), forward: () => go(1) };
}

let browser: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  browser = fakeBrowser('/react/airlines?search=nor');
});
afterEach(() => vi.unstubAllGlobals());

describe('urlNav', () => {
  it('starts where the address bar is', () => {
    const nav = urlNav('react');
    expect([nav.path, nav.search, nav.href('/airlines/NAX')]).toEqual(['/airlines', '?search=nor', '/react/airlines/NAX']);
  });

  it('navigates, tells, and follows Back and Forward', () => {
    const nav = urlNav('react');
    const heard: string[] = [];
    nav.subscribe(() => heard.push(nav.path + nav.search));
    nav.navigate('/airlines/NAX/pireps?state=PENDING');
    browser.back();
    browser.forward();
    expect(heard).toEqual(['/airlines/NAX/pireps?state=PENDING', '/airlines?search=nor', '/airlines/NAX/pireps?state=PENDING']);
  });

  it('replaces when told to, or when the address stays the same', () => {
    const nav = urlNav('react');
    nav.navigate('/airlines?search=norse', { replace: true });
    nav.navigate('/airlines?search=norse');
    expect(browser.entries).toEqual(['/react/airlines?search=norse']);
  });

  it('says nothing when Back leads to another front end, nor after it is disposed of', () => {
    browser = fakeBrowser('/vue/airlines');
    browser.entries.push('/react/airlines');
    browser.forward();
    const nav = urlNav('react');
    const listener = vi.fn();
    nav.subscribe(listener);
    browser.back();
    nav.dispose();
    browser.forward();
    expect(listener).not.toHaveBeenCalled();
    expect(nav.path).toBe('/airlines');
  });

  it('keeps the others informed when one listener throws or leaves', () => {
    const nav = urlNav('react');
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const left = vi.fn();
    const stays = vi.fn();
    nav.subscribe(() => {
      throw new Error('broken');
    });
    nav.subscribe(left)();
    nav.subscribe(stays);
    nav.navigate('/airlines/new');
    expect([left.mock.calls.length, stays.mock.calls.length, error.mock.calls.length]).toEqual([0, 1, 1]);
    error.mockRestore();
  });
});

describe('memoryNav', () => {
  it('moves without the address bar and still links to the real page', () => {
    const nav = memoryNav('svelte', '/airlines?search=a');
    nav.navigate('/airlines/NAX');
    expect([nav.path, nav.search, nav.href('/airlines/NAX')]).toEqual(['/airlines/NAX', '', '/svelte/airlines/NAX']);
    expect(browser.entries).toEqual(['/react/airlines?search=nor']);
  });

  it('leads when its remote moves it, not when it follows', () => {
    const led = vi.fn();
    const nav = memoryNav('vue', '/', led);
    const heard = vi.fn();
    nav.subscribe(heard);
    nav.follow('/airlines');
    nav.navigate('/airlines/NAX', { replace: true });
    expect(led.mock.calls).toEqual([[true]]);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
