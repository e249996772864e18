import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Every rule axe has, best practices included. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way to another is neither; that of the theme is on its way when a test has just changed it.
  await page.evaluate(async () => {
    const running = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const readable = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, any }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${html}\n  ${any.map(({ message }) => message).join(' ')}`,
    ),
  );
  expect(readable, `axe at ${page.url()}`).toEqual([]);
}

/** At 360 px nothing needs scrolling sideways (WCAG 1.4.10); what is wider than that, such as a table, scrolls in a box of its own. */
export async function expectReflow(page: Page): Promise<void> {
  const desktop = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, `pixels beyond the edge at ${page.url()}`).toBe(0);
  if (desktop) await page.setViewportSize(desktop);
}
