import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import type { Options } from '../../shell/e2e/support/test.ts';

// The product is there already, empty, behind E2E_SETUP_LINK: the first flight sets it up, the rest goes on from there.
export default defineConfig<Options>({
  ...base,
  testDir: fileURLToPath(new URL('../..', import.meta.url)),
  workers: 1,
  projects: [
    { name: 'main flow', testMatch: 'shell/e2e/first-flight.spec.ts', use: { framework: 'react' } },
    { name: 'kills', testMatch: 'tests/containers/open-page.spec.ts', use: { framework: 'svelte' }, dependencies: ['main flow'] },
  ],
});
