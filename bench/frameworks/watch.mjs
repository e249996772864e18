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
  /** When nothing is on its way to the screen any more but what is drawn in each frame. */
  const settled = async () => {
    for (let frame = 0; frame < 3; frame++) await painted();
  };
  /** When the next key is pressed, told once it has shown what it does. */
  const key = () =>
    new Promise((resolve) => {
      addEventListener('keydown', ({ timeStamp }) => settled().then(() => resolve(timeStamp)), { capture: true, once: true });
    });
  const byText = (selector, text, scope = document) =>
    [...scope.querySelectorAll(selector)].find((element) => element.textContent.trim() === text);
  Object.assign(globalThis, { bench: { painted, when, until, whole, time, type, settled, key, byText } });
}
