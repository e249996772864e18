const typed = 'input, select, textarea';

/**
 * Repeats in other panes what is typed or chosen in one: the panes have the same markup, so the third field of one is the third of all. Only
 * what a person does is repeated, and no button is pressed.
 */
export function mirror(bodies: readonly HTMLElement[], on: (from: HTMLElement) => boolean, signal: AbortSignal): void {
  for (const body of bodies) {
    for (const type of ['input', 'change', 'focusout']) {
      body.addEventListener(
        type,
        (event) => {
          const { target, isTrusted } = event;
          if (!isTrusted || !isControl(target) || !on(body)) return;
          const place = controlsIn(body).indexOf(target);
          for (const other of bodies) if (other !== body) repeat(type, target, controlsIn(other)[place]);
        },
        { capture: true, signal },
      );
    }
  }
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsIn(body: HTMLElement): Control[] {
  return [...body.querySelectorAll<Control>(typed)];
}

function isControl(target: EventTarget | null): target is Control {
  return target instanceof Element && target.matches(typed);
}

function repeat(type: string, from: Control, to: Control | undefined): void {
  if (!to || to.type !== from.type || to.name !== from.name) return; // the panes are not on the same page now
  if (type === 'focusout') return void to.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  // As typing does: past what a framework has put over the property of the element.
  const property = from.type === 'checkbox' || from.type === 'radio' ? 'checked' : 'value';
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(to), property)?.set;
  setter?.call(to, (from as unknown as Record<string, unknown>)[property]);
  if (property === 'checked') to.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  else to.dispatchEvent(new Event(type, { bubbles: true }));
}
