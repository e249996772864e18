// The distributed profile on this machine, to try: PostgreSQL and NATS, two gateways and two projectors, and a door that leads to
// whichever gateway answers. Kill any of them (the process ids are printed): it is started again, nothing is lost, open pages recover.
// Everything is gone when it ends. `--demo` adds the demo airlines.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findNatsServer, startNatsServer, startPostgres } from '../schema/dist/testing/index.js';

const door = Number(process.env.JETBRIDGE_PORT ?? 4000);
const restartMs = 1_000;
const url = `http://127.0.0.1:${door}`;
const dataDir = mkdtempSync(join(tmpdir(), 'jetbridge-distributed-'));

let ending = false;
const postgres = await startPostgres({ fsync: true });
if (!postgres) throw new Error('There is no PostgreSQL package for this platform; see docs/operate/scale.md to bring your own.');
watch('postgres', postgres);
const nats = findNatsServer() && (await startNatsServer(findNatsServer()));
if (nats) watch('nats', nats);
else console.log('No nats-server found: changes arrive by sweeps, up to a quarter of a second later.');

const env = {
  ...process.env,
  JETBRIDGE_DATA_DIR: dataDir,
  JETBRIDGE_DATABASE_URL: postgres.url,
  JETBRIDGE_SECRET: randomBytes(32).toString('base64url'),
  JETBRIDGE_PUBLIC_URL: url,
  ...(nats && { JETBRIDGE_NATS_URL: nats.url }),
};
const children = new Set();

/** Where gateways answer now, the one used longest ago first. */
const gateways = [];

await start('gateway', ...process.argv.slice(2)); // alone first: it migrates, and loads the demo
await Promise.all([start('gateway'), start('projector'), start('projector')]);
const server = createServer((client) => leadTo(client, gateways.length)).listen(door, '127.0.0.1');
console.log(`\nJetbridge, distributed, is ready at ${url}\nCtrl-C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());

/** Starts a role and starts it again whenever it ends. Resolves when it says it is there. */
async function start(role, ...args) {
  // The first gateway of a fresh database has nobody to show it the demo yet: it brings a projector of its own.
  const roles = args.includes('--demo') ? 'gateway,projector' : role;
  const child = spawn(process.execPath, ['gateway/dist/main.js', 'serve', '--roles', roles, '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const port = await new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const listening = /Listening +\S+:(\d+)/.exec(line)?.[1];
      if (listening) resolve(Number(listening));
      else if (/following the log/.test(line)) resolve(undefined);
      else if (/Set up|@demo|Demo accounts|more pilots/.test(line)) console.log(line);
    });
    child.once('exit', () => resolve(undefined));
  });
  console.log(`${role} ${child.pid}${port ? ` on port ${port}` : ''}`);
  if (port) gateways.push(port);
  child.once('exit', () => {
    children.delete(child);
    if (port) gateways.splice(gateways.indexOf(port), 1);
    if (ending) return;
    console.log(`${role} ${child.pid} ended; starting another.`);
    setTimeout(() => void start(role), restartMs);
  });
}

/** Prints who it is, and starts it again on the same port and data whenever it ends. */
function watch(name, server) {
  const { pid } = server.process;
  console.log(`${name} ${pid}`);
  server.process.once('exit', async () => {
    if (ending) return;
    console.log(`${name} ${pid} ended; starting another.`);
    for (let up = false; !up && !ending; ) {
      await new Promise((resolve) => setTimeout(resolve, restartMs));
      up = await server.start().then(
        () => true,
        (error) => console.log(error.message), // what a kill -9 left behind may need a moment more
      );
    }
    if (!ending) watch(name, server);
  });
}

/** Connects a client through to a gateway; one that does not answer is passed over for the next. */
function leadTo(client, attempts) {
  const port = gateways.shift();
  if (port === undefined || attempts === 0) return client.destroy();
  gateways.push(port);
  const gateway = connect(port, '127.0.0.1');
  gateway.once('connect', () => {
    gateway.off('error', next);
    client.pipe(gateway).pipe(client);
    gateway.on('error', () => client.destroy()).on('close', () => client.destroy());
  });
  const next = () => leadTo(client, attempts - 1);
  gateway.once('error', next);
  client.on('error', () => gateway.destroy()).on('close', () => gateway.destroy());
}

async function end() {
  if (ending) return;
  ending = true;
  server.close();
  await Promise.all([...children].map((child) => new Promise((resolve) => child.once('exit', resolve).kill('SIGTERM'))));
  await nats?.kill();
  await postgres.remove();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
}
