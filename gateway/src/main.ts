#!/usr/bin/env node
import { constants } from 'node:os';
import { runCli } from './cli.ts';

// As the first process of a container we are told nothing we do not listen for: until `serve` ends things in order, and in every other
// command, a signal ends us as it does elsewhere.
if (process.pid === 1) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

runCli(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof Error && 'exitCode' in error ? Number(error.exitCode) : 1);
});
