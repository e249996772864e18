// A vitest reporter: counts, and why each skipped test was skipped, as JSON in the file $TEST_COUNTS names.
import { writeFileSync } from 'node:fs';

export default class Counts {
  onTestRunEnd(modules, errors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const having = (state) => tests.filter((test) => test.result().state === state);
    // A file or a hook that breaks outside of a test has no test to fail.
    const broken = errors.length + modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    const skips = having('skipped').map((test) => ({ group: groupOf(test), reason: test.result().note ?? null }));
    const counts = { passed: having('passed').length, failed: having('failed').length + broken, skips };
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }
}

function groupOf(test) {
  return test.parent.type === 'suite' ? test.parent.fullName : `${test.module.moduleId.replace(`${process.cwd()}/`, '')} › ${test.name}`;
}
