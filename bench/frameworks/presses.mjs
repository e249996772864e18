// How long the press of a key waits until the frame after it is on the screen, as the compositor tells it in a trace: a page cannot know.
const key = 'ArrowDown';
const clock = 'clock';
const microsecondsInMs = 1_000; // a trace counts the former
const sameMs = 1;

/** Goes down the list of each pane in turn. Answers `{ framework, at, ms }` for each of so many keys, `at` by the clock of the page. */
export async function pressInTurn(page, frameworks, times) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['input', 'blink.user_timing'] });
  await page.evaluate((clock) => performance.mark(clock), clock);
  const presses = [];
  for (const framework of frameworks) {
    await page.locator(`[data-remote="${framework}"] h1`).focus();
    // Brings the list into sight, so that the frame after it shows nothing yet.
    await pressOnce(page);
    for (let n = 0; n < times; n++) presses.push({ framework, at: await pressOnce(page) });
  }
  const shown = shownAfter(JSON.parse(await browser.stopTracing()).traceEvents);
  return presses.flatMap((press) => {
    const own = shown.find(({ at }) => Math.abs(at - press.at) < sameMs);
    return own ? [{ ...press, ms: own.ms }] : []; // a key for which nothing had to be drawn
  });
}

/** Answers when that was. */
async function pressOnce(page) {
  await page.evaluate(() => {
    bench.pressed = bench.key();
  });
  // Both at once: the frame after the key went down is that after it went up, too.
  await Promise.all([page.keyboard.down(key), page.keyboard.up(key)]);
  return page.evaluate(() => bench.pressed);
}

/** For each key that went down `{ at, ms }`: when, by the clock of the page, and how much later its frame was on the screen. */
function shownAfter(trace) {
  const mark = trace.find(({ name, cat }) => name === clock && cat === 'blink.user_timing');
  const startOfPage = mark.ts - mark.args.data.startTime * microsecondsInMs;
  const open = new Map();
  const shown = [];
  for (const { ph, ts, args, pid, id2 } of trace.filter(({ name }) => name === 'EventLatency').toSorted((a, b) => a.ts - b.ts)) {
    const id = `${pid} ${id2.local}`;
    if (ph === 'b') open.set(id, { from: ts, type: args.event_latency.event_type });
    else {
      const { from, type } = open.get(id) ?? {};
      if (type === 'KEY_PRESSED') shown.push({ at: (from - startOfPage) / microsecondsInMs, ms: (ts - from) / microsecondsInMs });
    }
  }
  return shown;
}
