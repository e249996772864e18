// The whole product while you edit it: the three Node packages compiled and the gateway restarted on change, the four front ends on
// Vite with hot reload. Open the shell's address; it forwards /graphql and /remotes to the others.
import { spawn } from 'node:child_process';

const children = [
  ['tsc', ['-b', '--watch', '--preserveWatchOutput']],
  ['node', ['--watch', '--enable-source-maps', 'gateway/dist/main.js', 'serve', '--data-dir', 'data', ...process.argv.slice(2)]],
  ...['shell', 'remotes/react', 'remotes/vue', 'remotes/svelte'].map((cwd) => ['vite', ['--clearScreen', 'false'], cwd]),
].map(([command, args, cwd]) => {
  const child = spawn(command, args, { cwd, stdio: 'inherit' });
  child.on('error', (error) => stop(`${command} did not start: ${error.message}`));
  child.on('exit', (code) => stop(`${[command, ...args].join(' ')} ended with ${code}.`));
  return child;
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop());

/** One ends, all end. */
function stop(reason) {
  if (stopping) return;
  stopping = true;
  if (reason) console.error(reason);
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = reason ? 1 : 0;
}
