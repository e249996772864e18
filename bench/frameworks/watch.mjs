// What is put into each page: when something is to be seen, told alike for all front ends, by the page's own clock.
export function watch() {
  /** After the frame at hand, before anything else that waits for it. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' }));
    });
  /** The moment from which `seen` holds. */
  const when = (seen) =>
    new Promise((resolve) => {
      const look = () => {
        if (!seen()) return false;
        observer.disconnect();
        resolve(performance.now());
        return true;
      };
      const observer = new MutationObserver(look);
      if (!look()) observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  /** The moment that was on the screen. */
  const until = (seen) => when(seen).then(painted);
  /** A page without placeholders. */
  const whole = (scope = document) =>
    Boolean(scope.querySelector('[data-remote] h1')) && !scope.querySelector('[data-remote] .skeleton, [data-remote][aria-busy]');
  /** How long it takes from what is done to what is seen. */
  const time = async (act, seen) => {
    const start = performance.now();
    act();
    return (await until(seen)) - start;
  };
  /** Types as a keyboard does, letter for letter, with a frame between. */
  const type = async (input, text) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    for (const letter of text) {
      set.call(input, input.value + letter);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
      await painted();
    }
  };
  /**
   * How long the next press of a key waits until the frame after it is shown. Nothing in a page says when that is: it is after the frame was
   * drawn and before the next one begins, so it is the middle of the two.
   */
  const key = () =>
    new Promise((resolve) => {
      const shown = async ({ timeStamp }) => {
        const drawn = await painted();
        requestAnimationFrame(() => resolve((drawn + performance.now()) / 2 - timeStamp));
      };
      addEventListener('keydown', shown, { capture: true, once: true });
    });
  const byText = (selector, text, scope = document) =>
    [...scope.querySelectorAll(selector)].find((element) => element.textContent.trim() === text);
  Object.assign(globalThis, { bench: { painted, when, until, whole, time, type, key, byText } });
}
