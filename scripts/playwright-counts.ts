import { writeFileSync } from 'node:fs';
import type { Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';

/** A Playwright reporter: counts, what failed, and why each skipped test was skipped, as JSON in the file $TEST_COUNTS names. */
export default class Counts implements Reporter {
  private root: Suite | null = null;
  private readonly errors: TestError[] = [];

  onBegin(_config: unknown, root: Suite): void {
    this.root = root;
  }

  /** What breaks outside of a test has no test to fail. */
  onError(error: TestError): void {
    this.errors.push(error);
  }

  onEnd(): void {
    const tests = this.root?.allTests() ?? [];
    const having = (...outcomes: ReturnType<TestCase['outcome']>[]) => tests.filter((test) => outcomes.includes(test.outcome()));
    const nameOf = (test: TestCase) => test.titlePath().filter(Boolean).join(' › ');
    const skips = having('skipped').map((test) => ({
      group: nameOf(test),
      reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? null,
    }));
    const failures = [
      ...having('unexpected').map((test) => ({ name: nameOf(test), message: test.results.at(-1)?.error?.message ?? '' })),
      ...this.errors.map((error) => ({ name: 'outside of a test', message: error.message ?? '' })),
    ];
    writeFileSync(process.env.TEST_COUNTS!, JSON.stringify({ passed: having('expected', 'flaky').length, failures, skips }));
  }
}
