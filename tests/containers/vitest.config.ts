import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

// What needs the containers of compose.yaml: `npm run containers` starts them, and then this.
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], globalSetup: [] } },
  defineConfig({ test: { include: ['tests/containers/*.check.ts'] } }),
);
