import type { Page } from '@playwright/test';
import { heading, pane, signIn } from './flows.ts';
import { platformAdmin } from './test.ts';

/** Signed in, the three panes on the same page. @param options behind `#`: how the panes are put together */
export async function openCompare(page: Page, path: string, title: string, options = '') {
  await signIn(page, platformAdmin, 'react');
  await page.goto(`/compare${path}${options}`);
  const panes = { react: pane(page, 'react'), vue: pane(page, 'vue'), svelte: pane(page, 'svelte') };
  for (const each of Object.values(panes)) await heading(each, title);
  return panes;
}
