import { defineConfig } from '@playwright/test';
import { chromiumPath } from './shell/e2e/support/chromium.ts';
import type { Options } from './shell/e2e/support/test.ts';

const { path, missing } = await chromiumPath();
if (!path) throw new Error(missing);

// One suite, run once for each remote; what needs all three at once is a project of its own.
const frameworks = ['react', 'vue', 'svelte'] as const;
const once = ['compare.spec.ts', 'laboratory.spec.ts', 'graphiql.spec.ts', 'parity*.spec.ts'];

export default defineConfig<Options>({
  testDir: 'shell/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    ...frameworks.map((framework) => ({ name: framework, testIgnore: once, use: { framework } })),
    { name: 'once', testMatch: once },
  ],
  use: {
    // Not UTC and not ours: whoever shows a local time by mistake is found out.
    timezoneId: 'America/St_Johns',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: path,
      args: ['--disable-gpu', '--disable-quic'], // Playwright's own defaults keep Chromium from talking to anyone but us
    },
  },
});
