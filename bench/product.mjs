// The built product in processes of its own, embedded or distributed, set up with one airline, and how to ask it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { createTestDatabase, findNatsServer, startNatsServer, startPostgres } from '@jetbridge/schema/testing';

const main = createRequire(import.meta.url).resolve('@jetbridge/gateway/dist/main.js');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const ready = /setup\?token=(\S+)|following the log/;

/** Any verb of the product; ends with us. */
export function runProduct(args, env = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, JETBRIDGE_LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', env.JETBRIDGE_LOG_LEVEL ? 'ignore' : 'inherit'], // whoever asks for more would have pages of it
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** Everything in one process. On SQLite, or on the PostgreSQL of `databaseUrl`. */
export async function startEmbedded(dataDir, databaseUrl, env = {}) {
  const server = await serve(dataDir, { ...env, ...(databaseUrl && { JETBRIDGE_DATABASE_URL: databaseUrl }) });
  return inUse([server], [server.process], () => endOf(server.process));
}

/** The same on data that is there already. */
export async function resumeEmbedded(dataDir) {
  const child = runProduct(['serve', '--data-dir', dataDir, '--port', '0']);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (!url) continue;
    child.stdout.resume();
    return { url, end: () => endOf(child) };
  }
  throw new Error('The product ended before it was ready.');
}

/** Two gateways and two projectors over PostgreSQL and NATS; undefined where there is no PostgreSQL to start. */
export async function startDistributed(dataDir) {
  const cluster = await startPostgres({ fsync: true });
  if (!cluster) return undefined;
  const binary = findNatsServer();
  const nats = binary && (await startNatsServer(binary));
  const env = {
    JETBRIDGE_DATABASE_URL: (await createTestDatabase(cluster.url)).url,
    JETBRIDGE_SECRET: randomBytes(32).toString('base64url'),
    ...(nats && { JETBRIDGE_NATS_URL: nats.url }),
  };
  const gateways = [await serve(dataDir, env, 'gateway'), await serve(dataDir, env, 'gateway')];
  const projectors = [await serve(dataDir, env, 'projector'), await serve(dataDir, env, 'projector')];
  const processes = [...gateways, ...projectors].map((server) => server.process);
  const world = await inUse(gateways, processes, async () => {
    await Promise.all(processes.map(endOf));
    await nats?.kill();
    await cluster.remove();
  });
  return { ...world, nats: Boolean(nats) };
}

async function serve(dataDir, env, roles = 'gateway,projector') {
  const child = runProduct(['serve', '--data-dir', dataDir, '--port', '0', '--roles', roles], env);
  let [url, setupToken] = ['', undefined];
  for await (const line of createInterface({ input: child.stdout })) {
    url ||= /ready at (\S+)/.exec(line)?.[1] ?? '';
    const said = ready.exec(line);
    setupToken = said?.[1];
    if (said) break;
  }
  child.stdout.resume();
  return { process: child, url, setupToken };
}

async function endOf(child) {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/** Sets the installation up through the first gateway, with one airline. */
async function inUse(gateways, processes, end) {
  const [{ url, setupToken: token }] = gateways;
  const person = { token, email: 'ada@example.org', displayName: 'Ada', password: 'a password for benches' };
  const set = 'mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }';
  const { completeSetup } = await post(url, { query: set, variables: { input: person } });
  const create = 'mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { airline { id } } }';
  const input = { code: 'NAX', name: 'Norse' };
  const { createAirline } = await post(url, { query: create, variables: { input } }, completeSetup.accessToken);
  return {
    urls: gateways.map((gateway) => gateway.url),
    pids: processes.map(({ pid }) => pid),
    token: completeSetup.accessToken,
    airlineId: createAirline.airline.id,
    end,
  };
}

/** What these processes have used so far; NaN where there is no /proc. */
export function cpuMsOf(pids) {
  if (process.platform !== 'linux') return Number.NaN;
  let hundredths = 0;
  for (const pid of pids) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    hundredths += Number(fields[11]) + Number(fields[12]); // user and system
  }
  return hundredths * 10;
}

export function post(url, body, token) {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { data, errors } = JSON.parse(Buffer.concat(chunks).toString());
        if (errors) reject(new Error(JSON.stringify(errors)));
        else resolve(data);
      });
    });
    sending.on('error', reject);
    sending.end(text);
  });
}
