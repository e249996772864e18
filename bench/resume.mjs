// Everybody comes back at once: thousands of sockets lose their server (kill -9, started again), or are all cut while it runs, reconnect in the
// same moment and go on from their cursors, while commands continue. Counts the frames each should have got and got, and prints the time until
// all have caught up. Usage: node bench/resume.mjs [--sockets 5000] [--rate 2]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { argumentsOf, inDirectory, percentile, save } from './measure.mjs';
import { post } from './product.mjs';
import { socketsAllowed, startSocketServer } from './sockets.mjs';

const options = { sockets: { type: 'string' }, rate: { type: 'string' } };
const { sockets: askedSockets, rate: askedRate } = argumentsOf(options);
const [count, rate] = [socketsAllowed(Number(askedSockets ?? 5_000)), Number(askedRate ?? 2)];
const changes =
  'subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous at node { ... on Pirep { state flightNumber } } } }';

/** One socket's client: keeps its cursor, and checks that each frame follows the one before. */
class Follower {
  frames = 0;
  broken = 0; // frames that did not follow
  attempts = 0;
  acknowledged = 0;
  /** When the first frame came of a change decided after `since`: everything before it has come too. */
  caughtUpAt = 0;
  since = Number.POSITIVE_INFINITY;

  constructor(world, token, cursor) {
    Object.assign(this, { world, token, cursor });
  }

  /** Connects until it is let in; `up` tells when there is somebody to ask. */
  connect() {
    this.attempts++;
    const socket = new WebSocket(this.world.url, 'graphql-transport-ws');
    this.socket = socket;
    const send = (message) => socket.send(JSON.stringify(message));
    socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${this.token}` } }));
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(data);
      if (type === 'next') this.#take(payload.data.airlineChanges);
      else if (type === 'connection_ack') {
        this.acknowledged = performance.now();
        const variables = { id: this.world.airlineId, after: this.cursor };
        send({ id: '1', type: 'subscribe', payload: { query: changes, variables } });
      } else throw new Error(String(data));
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!this.world.over) void this.world.up.then(() => this.connect());
    });
  }

  #take({ cursor, previous, at }) {
    if (previous !== this.cursor) this.broken++;
    this.cursor = cursor;
    this.frames++;
    if (!this.caughtUpAt && Date.parse(at) >= this.since) this.caughtUpAt = performance.now();
  }

  /** From now on it counts how long coming back takes. */
  mark(since) {
    Object.assign(this, { since, caughtUpAt: 0, attempts: 0, acknowledged: 0 });
  }
}

await inDirectory(async (dataDir) => {
  let server = await startSocketServer('ours', { dataDir, people: count });
  const port = Number(new URL(server.url).port);
  const api = `http://127.0.0.1:${port}`;
  const world = { url: server.url, airlineId: server.airlineId, up: Promise.resolve(), over: false };
  const tokens = await server.call('tokens', count);
  const start = await cursorOf();
  const followers = tokens.map((token) => new Follower(world, token, start));
  for (let n = 0; n < count; n += 100) {
    const some = followers.slice(n, n + 100);
    for (const follower of some) follower.connect();
    await until(() => some.every(({ acknowledged }) => acknowledged));
  }
  const sender = fork(fileURLToPath(new URL('sender.mjs', import.meta.url)), { stdio: 'inherit' });
  sender.send({ url: api, token: tokens[0], airlineId: server.airlineId, rate });
  await until(() => followers.every(({ frames }) => frames > 2)); // everybody follows

  const table = [
    await comeBack('killed (-9) and started again', async () => {
      let isUp;
      world.up = new Promise((resolve) => {
        isUp = resolve;
      });
      server.process.kill('SIGKILL');
      await once(server.process, 'exit');
      server = await startSocketServer('ours', { dataDir, port });
      return isUp;
    }),
    await comeBack('all sockets cut', async () => () => {
      for (const { socket } of followers) socket.terminate();
    }),
  ];

  sender.send('stop');
  const [stored] = await once(sender, 'message');
  const last = await cursorOf();
  await until(() => followers.every(({ cursor }) => cursor === last));
  await after(500); // what should not come would come now
  world.over = true;
  const got = followers.reduce((sum, { frames }) => sum + frames, 0);
  const broken = followers.reduce((sum, follower) => sum + follower.broken, 0);
  sender.disconnect();
  server.process.kill();

  console.log(`${count} sockets come back at once, ${rate} commands per second going on; seconds from when they may connect`);
  console.table(table);
  console.log(`frames expected ${stored * count} (${stored} changes), got ${got}, out of order, twice or after a gap ${broken}`);
  await save('resume', { count, rate, table, expected: stored * count, got, broken });
  if (got !== stored * count || broken > 0) process.exitCode = 1;
  process.exit(); // thousands of sockets may still be closing

  /** `cut` answers what lets everybody come back. */
  async function comeBack(what, cut) {
    const startedAt = performance.now();
    const letIn = await cut();
    const from = performance.now();
    for (const follower of followers) follower.mark(Date.now());
    letIn();
    await until(() => followers.every(({ caughtUpAt }) => caughtUpAt));
    const seconds = (name, share) =>
      Number(
        (
          (percentile(
            followers.map((follower) => follower[name]),
            share,
          ) -
            from) /
          1_000
        ).toFixed(2),
      );
    return {
      what,
      'server away': Number(((from - startedAt) / 1_000).toFixed(2)),
      'let in, half': seconds('acknowledged', 0.5),
      'let in, all': seconds('acknowledged', 1),
      'caught up, half': seconds('caughtUpAt', 0.5),
      'caught up, all': seconds('caughtUpAt', 1),
      'attempts per socket': Number((followers.reduce((sum, { attempts }) => sum + attempts, 0) / count).toFixed(2)),
    };
  }

  async function cursorOf() {
    return (await post(api, { query: '{ airline(code: "NAX") { cursor } }' }, tokens[0])).airline.cursor;
  }
});

/** Looked at twenty times a second. */
async function until(condition) {
  const late = performance.now() + 120_000;
  while (!condition()) {
    if (performance.now() > late) throw new Error('somebody does not come back, or misses frames');
    await after(50);
  }
}
