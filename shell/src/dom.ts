import { type IconName, icons } from '@jetbridge/schema';

type Child = Node | string | false | null | undefined;
type Props = Record<string, string | boolean | EventListener | undefined>;

/** Builds an element. `on…` props listen, booleans toggle the attribute, the rest are attributes; strings become text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => child != null && child !== false));
  return element;
}

/** A part of the page that index.html promises. */
export function part<E extends HTMLElement = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`index.html lacks ${selector}`);
  return element;
}

/** Lets the page paint and answer between two pieces of work. */
export function breath(): Promise<void> {
  return 'scheduler' in window && 'yield' in scheduler ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

const svg = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGElement {
  const element = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  for (const [attribute, value] of Object.entries({ class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }))
    element.setAttribute(attribute, value);
  path.setAttribute('d', icons[name]);
  element.append(path);
  return element;
}
