import { messages, timeMessages } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { heading, Then } from './flows.ts';
import { expect, type Framework } from './test.ts';

export const frameworks: readonly Framework[] = ['react', 'vue', 'svelte'];

/** A screen as a browser holds it, and as assistive technology reads it. */
interface Screen {
  DOM: string;
  ARIA: string;
}

/**
 * The elements of a remote, without what may differ: ids (numbered in order of appearance, so that what refers to what still counts),
 * comments, classes and attributes that a framework adds for itself, and their order. What is a property is left to the ARIA snapshot.
 */
function elements(page: Page): Promise<string> {
  return page.evaluate(() => {
    const ids = new Map<string, string>();
    const numbered = (id: string) => {
      if (!ids.has(id)) ids.set(id, `id${ids.size}`);
      return ids.get(id);
    };
    const references = ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'aria-owns'];
    const lines: string[] = [];
    const ignored = ['value', 'href', 'src', 'datetime'];
    const read = (element: Element, depth: number) => {
      const attributes = [...element.attributes]
        .filter(({ name, value }) => !name.startsWith('data-v-') && !(name === 'class' && value === '') && !ignored.includes(name))
        .filter(({ name }) => element.localName !== 'time' || name !== 'title') // of moments that pass while we look
        .map(({ name, value }) => [
          name,
          references.includes(name) ? value.split(' ').map(numbered).join(' ') : value.split(/\s+/).join(' '),
        ])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
      const indent = '  '.repeat(depth);
      lines.push(`${indent}${element.localName} ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')} ${own}`.trimEnd());
      for (const child of element.children) read(child, depth + 1);
    };
    const remote = document.querySelector('.remote');
    if (remote) read(remote, 0);
    return lines.join('\n');
  });
}

const ago = new RegExp(`${timeMessages.justNow}|\\d+ (?:minute|hour)s? ago`, 'g');

/** Without what time, chance and the address of the front end make of the same data. */
function lasting(text: string, framework: Framework): string {
  const ids: string[] = [];
  return text
    .replace(ago, 'a while ago')
    .replaceAll(`/${framework}/`, '/')
    .replace(/\bjb_[\w-]+/g, 'a secret')
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, (id) => {
      if (!ids.includes(id)) ids.push(id);
      return `uuid${ids.indexOf(id)}`;
    });
}

export async function drawn(page: Page, framework: Framework): Promise<Screen> {
  await expect(page.getByText(messages.loading, { exact: true })).toHaveCount(0);
  await expect(page.locator('flight-map:not(:has(canvas[width]))'), 'maps that are not drawn yet').toHaveCount(0);
  const ARIA = await page.locator('.remote').ariaSnapshot();
  return { DOM: lasting(await elements(page), framework), ARIA: lasting(ARIA, framework) };
}

/** Says of each difference which screen it is on, in which front end, and the lines. Softly: the next screens are looked at, too. */
export function expectSame(name: string, screens: Record<Framework, Screen>) {
  for (const framework of ['vue', 'svelte'] as const)
    for (const kind of ['DOM', 'ARIA'] as const)
      expect.soft(screens[framework][kind], `${kind} of ${name}: ${framework} (+) is to be what react (-) is`).toBe(screens.react[kind]);
}

/** Draws a screen in each front end. */
export async function inEach(name: string, draw: (framework: Framework) => Promise<Screen>) {
  await Then(`${name}: the same in all three`, async () => {
    const screens: Partial<Record<Framework, Screen>> = {};
    for (const framework of frameworks) screens[framework] = await draw(framework);
    expectSame(name, screens as Record<Framework, Screen>);
  });
}

/** @param state in words, where it is not the page as it opens  @param reach brings the page into it, or waits for what comes last */
export function expectAlike(page: Page, path: string, title: string, state = '', reach?: (page: Page) => Promise<unknown>) {
  return inEach(state ? `${path}, ${state}` : path, async (framework) => {
    await page.goto(`/${framework}${path}`);
    await heading(page, title);
    await expect(page.getByText(messages.loading, { exact: true })).toHaveCount(0);
    await reach?.(page);
    return drawn(page, framework);
  });
}

/** Sends the first form of the page. */
export const tried = (page: Page) => page.getByRole('main').locator('button[type=submit]').first().click();
