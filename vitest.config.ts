import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Tests run on the TypeScript sources of every workspace package: nothing has to be built first.
const conditions = ['source', ...defaultServerConditions];

export default defineConfig({
  resolve: {
    conditions,
    // Vite would take graphql's ES modules, what stays outside takes its CommonJS: one process must not hold both.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions } },
  // What tsconfig.base.json says of decorators and class fields, said again for files that no tsconfig.json includes.
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  test: {
    include: ['{schema,gateway,projector,shell,scripts,tests}/**/*.test.ts'],
    testTimeout: 60_000, // a bound for what hangs; machines differ, so no test's length says anything
    hookTimeout: 60_000,
    globalSetup: ['schema/src/testing/vitest-postgres.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/e2e/**'],
  },
});
