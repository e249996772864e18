// A vitest reporter: counts, what failed, and why each skipped test was skipped, as JSON in the file $TEST_COUNTS names.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export default class Counts {
  onTestRunEnd(modules, errors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const having = (state) => tests.filter((test) => test.result().state === state);
    const skips = having('skipped').map((test) => ({ group: groupOf(test), reason: test.result().note ?? null }));
    const failures = [
      ...having('failed').map((test) => failure(`${fileOf(test.module)} › ${test.fullName}`, test.result().errors)),
      // A file or a hook that breaks outside of a test has no test to fail.
      ...modules
        .filter((module) => module.state() === 'failed' && broken(module).length > 0)
        .map((module) => failure(fileOf(module), broken(module))),
      ...errors.map((error) =>
        failure(`outside of a test, during ${error.VITEST_TEST_PATH ? relative(process.cwd(), error.VITEST_TEST_PATH) : 'the run'}`, [
          error,
        ]),
      ),
    ];
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: having('passed').length, failures, skips }));
  }
}

/** What broke in the hooks of a file, of its groups too. */
function broken(module) {
  return [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
}

function failure(name, errors) {
  return { name, message: errors[0]?.message ?? '' };
}

function groupOf(test) {
  return test.parent.type === 'suite' ? test.parent.fullName : `${fileOf(test.module)} › ${test.name}`;
}

function fileOf(module) {
  return relative(process.cwd(), module.moduleId);
}
