import { writeFileSync } from 'node:fs';
import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** A Playwright reporter: counts, and why each skipped test was skipped, as JSON in the file $TEST_COUNTS names. */
export default class Counts implements Reporter {
  private root: Suite | null = null;
  private errors = 0;

  onBegin(_config: unknown, root: Suite): void {
    this.root = root;
  }

  /** What breaks outside of a test has no test to fail. */
  onError(): void {
    this.errors++;
  }

  onEnd(): void {
    const tests = this.root?.allTests() ?? [];
    const having = (...outcomes: ReturnType<TestCase['outcome']>[]) => tests.filter((test) => outcomes.includes(test.outcome()));
    const skips = having('skipped').map((test) => ({
      group: test.titlePath().filter(Boolean).join(' › '),
      reason: test.annotations.find(({ type }) => type === 'skip')?.description ?? null,
    }));
    const counts = { passed: having('expected', 'flaky').length, failed: having('unexpected').length + this.errors, skips };
    writeFileSync(process.env.TEST_COUNTS!, JSON.stringify(counts));
  }
}
