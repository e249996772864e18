import type { Page } from '@playwright/test';
import type { Framework } from './test.ts';

/** Holds back the code of the screens that a front end loads under this name. */
export async function holdChunk(page: Page, framework: Framework, name: string) {
  const asked = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  await page.route(chunk(framework, name), async (route) => {
    asked.resolve();
    await gate.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: gate.resolve };
}

/** The first time it is asked for, it does not come. */
export async function refuseChunk(page: Page, framework: Framework, name: string): Promise<void> {
  await page.route(chunk(framework, name), (route) => route.abort(), { times: 1 });
}

function chunk(framework: Framework, name: string): string {
  return `**/remotes/${framework}/assets/${name}-*.js`;
}
