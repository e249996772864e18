import { expect, type Page } from '@playwright/test';

/** Everything a person would find in the browser's console, plus requests that leave our own origin. */
export interface Problems {
  /** For tests that break something on purpose: what they cause is no problem. */
  allow(pattern: RegExp): void;
  expectNone(): void;
}

export async function watchProblems(page: Page, origin: string): Promise<Problems> {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  await page.exposeFunction('reportViolation', (violation: string) => found.push(`content security policy: ${violation}`));
  await page.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation(violation: string): void };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      reportViolation(`${effectiveDirective} refused ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`),
    );
  });
  page.on('pageerror', (error) => found.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) found.push(`request to another origin: ${url}`);
  });
  return {
    allow: (pattern) => allowed.push(pattern),
    expectNone: () => {
      expect(
        found.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
        'problems in the browser',
      ).toEqual([]);
    },
  };
}
