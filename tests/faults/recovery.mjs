// Do open pages recover by themselves, and how fast? Starts `scripts/distributed.mjs`, opens /compare in a real Chromium, kills one process
// after the other, and prints how long until a command was acknowledged again and until each pane showed it, untouched.
// `node tests/faults/recovery.mjs`, after `npm run build`. Fails when a pane takes longer than a person waits.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { messages, to } from '../../schema/dist/index.js';
import { chromiumPath } from '../../shell/e2e/support/chromium.ts';

const patienceMs = 60_000;
const staff = { email: 'staff@demo.jetbridge.example', password: 'ready for take-off' };
const { path: executablePath, missing } = await chromiumPath();
if (!executablePath) throw new Error(missing);

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
/** The last one printed of each. */
const pids = new Map();
const profile = spawn(process.execPath, ['scripts/distributed.mjs', '--demo'], {
  env: { ...process.env, JETBRIDGE_PORT: String(port) },
  stdio: ['ignore', 'pipe', 'ignore'],
});
process.once('exit', () => profile.kill('SIGTERM'));
await new Promise((resolve, reject) => {
  profile.once('exit', () => reject(new Error('the profile ended')));
  createInterface({ input: profile.stdout }).on('line', (line) => {
    const [, name, pid] = /^(postgres|nats|gateway|projector) (\d+)(?: on port \d+)?$/.exec(line) ?? [];
    if (name) pids.set(name, Number(pid));
    if (/ready at/.test(line)) resolve();
  });
});

const { data } = await ask(`mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`, { input: staff });
var token = data.signIn.accessToken;
const airlineId = (await ask(`{ airline(code: "NDL") { id } }`)).data.airline.id;
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-quic'] });
const page = await browser.newPage();
await page.goto(`${url}/react/airlines`);
await page.getByLabel(messages.signIn.email).fill(staff.email);
await page.getByLabel(messages.signIn.password).fill(staff.password);
await page.getByRole('button', { name: messages.signIn.submit }).click();
await page.getByRole('heading', { level: 1, name: messages.signIn.title }).waitFor({ state: 'hidden' });
await page.goto(`${url}/compare${to.pireps('NDL')}`);
const panes = Object.fromEntries(
  ['react', 'vue', 'svelte'].map((name) => [name, page.getByRole('region', { name: messages.shell.framework[name] })]),
);
for (const pane of Object.values(panes)) await pane.getByRole('heading', { level: 1, name: messages.pireps.title }).waitFor();

let flights = 9_000;
await strike('nothing', () => {});
await strike('PostgreSQL stops `immediate`', () => process.kill(pids.get('postgres'), 'SIGQUIT'));
await strike('PostgreSQL is killed', () => process.kill(pids.get('postgres'), 'SIGKILL'));
if (pids.has('nats')) await strike('NATS is killed', () => process.kill(pids.get('nats'), 'SIGKILL'));
await strike('a gateway is killed', () => process.kill(pids.get('gateway'), 'SIGKILL'));
await strike('a projector is killed', () => process.kill(pids.get('projector'), 'SIGKILL'));
await browser.close();
profile.removeAllListeners('exit').kill('SIGTERM');
await new Promise((resolve) => profile.once('exit', resolve));

/** Does it, files a flight until that is acknowledged, and waits for every pane to show it. */
async function strike(what, kill) {
  const startedAt = performance.now();
  const since = () => `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
  kill();
  const flightNumber = String(++flights);
  const shown = Object.entries(panes).map(async ([name, pane]) => {
    await pane.getByRole('rowheader', { name: flightNumber, exact: true }).waitFor({ timeout: patienceMs });
    return `${name} ${since()}`;
  });
  const acknowledged = fileUntilAnswered(flightNumber).then(since);
  console.log(`${what}: acknowledged ${await acknowledged}, shown in ${(await Promise.all(shown)).join(', ')}`);
}

async function fileUntilAnswered(flightNumber) {
  const times = { offBlockAt: '2026-01-01T10:00:00Z', onBlockAt: '2026-01-01T10:55:00Z' };
  const input = {
    airlineId,
    flightNumber,
    departure: 'ENGM',
    arrival: 'ENBR',
    ...times,
    aircraftType: 'B738',
    commandId: `r${flightNumber}`,
  };
  for (;;) {
    const answer = await ask(`mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }`, { input }).catch(() => null);
    if (answer && !answer.errors) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
