// Commands on schedule, and when their frames come at those who watch. The event carries the moment of its decision, before it is stored, so
// "decided → frame" is more than commit → frame.
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { aNumberedFlight } from '@jetbridge/schema/testing';
import { WebSocket } from 'ws';
import { percentile } from './measure.mjs';
import { cpuMsOf, post } from './product.mjs';

const mostInFlight = 500;
const query =
  'subscription ($id: ID!) { airlineChanges(airlineId: $id) { id at node { ... on Pirep { id state flightNumber distanceNm pilot { callsign } } } } }';
const filePirep = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }';
let flights = 0; // of all loads: nobody files the same one twice
const now = () => performance.timeOrigin + performance.now();

/** Watchers of a product (product.mjs), spread over its gateways; `load` sends to all of them in turn. */
export async function watchAndLoad(world, watchers) {
  const arrivals = new Map(); // by PIREP: when its frames came
  const sockets = await Promise.all(Array.from({ length: watchers }, (_, n) => watch(world, n, arrivals)));
  return {
    load: (rate, ms) => load(world, watchers, arrivals, rate, ms),
    close: () => {
      for (const socket of sockets) socket.close();
    },
  };
}

async function watch({ urls, token, airlineId }, n, arrivals) {
  const socket = new WebSocket(`${urls[n % urls.length].replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
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
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id: airlineId } } }));
  await after(300); // it follows
  return socket;
}

/** Whether or not those before are answered, as long as not too many are on their way. Latencies in ms, of every frame. */
async function load({ urls, pids, token, airlineId }, watchers, arrivals, rate, ms) {
  const cpuBefore = cpuMsOf(pids);
  const sent = new Map();
  const open = new Set();
  const started = now();
  let count = 0;
  while (now() - started < ms) {
    const due = Math.floor(((now() - started) * rate) / 1_000);
    while (count < due && open.size < mostInFlight) {
      const at = now();
      const input = aNumberedFlight(flights++, { airlineId });
      const one = post(urls[count++ % urls.length], { query: filePirep, variables: { input } }, token).then((answer) => {
        sent.set(answer.filePirep.pirep.id, at);
        open.delete(one);
      });
      open.add(one);
    }
    await after(1);
  }
  await Promise.all(open);
  const tookMs = now() - started;
  while ([...sent.keys()].some((id) => (arrivals.get(id)?.frames.length ?? 0) < watchers)) await after(20);
  const decided = [...sent.keys()].flatMap((id) => arrivals.get(id).frames.map((frame) => frame - arrivals.get(id).at));
  const whole = [...sent].flatMap(([id, at]) => arrivals.get(id).frames.map((frame) => frame - at));
  arrivals.clear();
  return { perSecond: (count / tookMs) * 1_000, cpuMs: (cpuMsOf(pids) - cpuBefore) / count, decided, sent: whole };
}

/** p50 and p99 instead of every latency. */
export function summary({ perSecond, cpuMs, decided, sent }) {
  const [p50, p99] = [percentile(decided, 0.5), percentile(decided, 0.99)];
  return { perSecond, cpuMs, p50, p99, sentP50: percentile(sent, 0.5), sentP99: percentile(sent, 0.99) };
}
