// From a command to the frame at those who watch: p50 and p99 at 100 and 1,000 commands per second, embedded profile, the built product in a
// process of its own. The event carries the moment of its decision, before it is stored, so "decided → frame" is more than commit → frame.
// Usage: node bench/latency.mjs [--full]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { argumentsOf, inDirectory, median, percentile, save } from './measure.mjs';

const { full } = argumentsOf();
const [rounds, roundMs, watchers, mostInFlight] = [full ? 5 : 3, full ? 20_000 : 5_000, 10, 500];
const main = createRequire(import.meta.url).resolve('@jetbridge/gateway/dist/main.js');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const now = () => performance.timeOrigin + performance.now();

await inDirectory(async (dataDir) => {
  const server = spawn(process.execPath, [main, 'serve', '--data-dir', dataDir, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => server.kill()); // however this ends
  const { url, token } = await setUp(server);
  const input = { code: 'NAX', name: 'Norse' };
  const created = await post(
    url,
    { query: 'mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { airline { id } } }', variables: { input } },
    token,
  );
  const airlineId = created.createAirline.airline.id;
  const arrivals = new Map(); // by PIREP: when its frames came
  const sockets = await Promise.all(Array.from({ length: watchers }, () => watch(url, token, airlineId, arrivals)));

  const results = { 100: [], 1000: [] };
  await load(url, token, airlineId, 100, 1_000, arrivals, server.pid); // warm
  for (let round = 0; round < rounds; round++) {
    for (const rate of [100, 1_000]) results[rate].push(await load(url, token, airlineId, rate, roundMs, arrivals, server.pid));
  }
  for (const socket of sockets) socket.close();
  server.kill();
  await once(server, 'exit');
  const of = (list, figure) => Number(median(list.map((round) => round[figure])).toFixed(1));
  console.log(`Latency in ms with ${watchers} watchers, medians of ${rounds} rounds of ${roundMs / 1_000} s`);
  console.table(
    Object.entries(results).map(([rate, list]) => ({
      'asked per s': Number(rate),
      'done per s': of(list, 'perSecond'),
      'server CPU ms': of(list, 'cpuMs'),
      'decided → frame p50': of(list, 'p50'),
      p99: of(list, 'p99'),
      'sent → frame p50': of(list, 'sentP50'),
      'p99 ': of(list, 'sentP99'),
    })),
  );
  await save('latency', { rounds, roundMs, watchers, results });
});

async function setUp(server) {
  let [url, setupToken] = ['', ''];
  for await (const line of createInterface({ input: server.stdout })) {
    url ||= /ready at (\S+)/.exec(line)?.[1] ?? '';
    setupToken = /setup\?token=(\S+)/.exec(line)?.[1] ?? '';
    if (setupToken) break;
  }
  server.stdout.resume();
  const input = { token: setupToken, email: 'ada@example.org', displayName: 'Ada', password: 'a password for benches' };
  const query = 'mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }';
  const { completeSetup } = await post(url, { query, variables: { input } });
  return { url, token: completeSetup.accessToken };
}

async function watch(url, token, airlineId, arrivals) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await once(socket, 'message');
  socket.on('message', (text) => {
    const change = JSON.parse(text).payload?.data?.airlineChanges;
    if (!change) return;
    const seen = arrivals.get(change.id) ?? { at: Date.parse(change.at), frames: [] };
    seen.frames.push(now());
    arrivals.set(change.id, seen);
  });
  const query =
    'subscription ($id: ID!) { airlineChanges(airlineId: $id) { id at node { ... on Pirep { id state flightNumber distanceNm pilot { callsign } } } } }';
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id: airlineId } } }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  return socket;
}

/** Sends commands on schedule, whether or not those before are answered, as long as not too many are on their way. */
async function load(url, token, airlineId, rate, ms, arrivals, pid) {
  const cpuBefore = cpuMsOf(pid);
  const query = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }';
  const flight = {
    airlineId,
    departure: 'ENGM',
    arrival: 'ENBR',
    offBlockAt: '2026-01-01T10:00:00Z',
    onBlockAt: '2026-01-01T10:55:00Z',
    aircraftType: 'B738',
  };
  const sent = new Map();
  const open = new Set();
  const started = now();
  let count = 0;
  while (now() - started < ms) {
    const due = Math.floor(((now() - started) * rate) / 1_000);
    while (count < due && open.size < mostInFlight) {
      const at = now();
      const variables = { input: { ...flight, flightNumber: String((count++ % 9_000) + 1) } };
      const one = post(url, { query, variables }, token).then(({ filePirep }) => {
        sent.set(filePirep.pirep.id, at);
        open.delete(one);
      });
      open.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(open);
  const tookMs = now() - started;
  while ([...sent.keys()].some((id) => (arrivals.get(id)?.frames.length ?? 0) < watchers))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const decided = [...sent.keys()].flatMap((id) => arrivals.get(id).frames.map((frame) => frame - arrivals.get(id).at));
  const whole = [...sent].flatMap(([id, at]) => arrivals.get(id).frames.map((frame) => frame - at));
  arrivals.clear();
  return {
    perSecond: (count / tookMs) * 1_000,
    cpuMs: (cpuMsOf(pid) - cpuBefore) / count,
    p50: percentile(decided, 0.5),
    p99: percentile(decided, 0.99),
    sentP50: percentile(whole, 0.5),
    sentP99: percentile(whole, 0.99),
  };
}

/** What a process has used so far; NaN where there is no /proc. */
function cpuMsOf(pid) {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10; // user and system, in hundredths of a second
}

function post(url, body, token) {
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
