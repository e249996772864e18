// Server CPU per delivered frame: one airline, 1,000 sockets of 1,000 people, one change at a time and in bursts. Ours is the whole product
// (permissions, session checks, read models in SQLite); the peer is graphql-ws as it comes, executing per subscriber on the same schema, with
// every value at hand and no permissions. Usage: node bench/fan-out.mjs [--sockets 1000] [--changes 40] [--rounds 3] [--json FILE]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { WebSocket, WebSocketServer } = createRequire(new URL('../gateway/package.json', import.meta.url))('ws');
const burst = 10;
let heard = () => {};

const roles = { ours: serveOurs, stock: serveStock };
await (process.send ? roles[process.argv[2]]() : measure());

async function measure() {
  const { values } = parseArgs({
    options: { sockets: { type: 'string' }, changes: { type: 'string' }, rounds: { type: 'string' }, json: { type: 'string' } },
  });
  const [sockets, changes, rounds] = [Number(values.sockets ?? 1_000), Number(values.changes ?? 40), Number(values.rounds ?? 3)];
  const { print } = await import('graphql');
  const { AirlineChangesDocument } = await import('../schema/dist/index.js');
  const query = print(AirlineChangesDocument);

  const ours = await start('ours', sockets);
  await ours.costOf(100, 1); // warm: what the commands cost by themselves is subtracted below
  const [sample] = await connect(ours, 1, () => '1', query);
  await ours.call('change', 1);
  await until(() => sample.frames === 1);
  const { payload } = JSON.parse(sample.last);
  sample.socket.close();
  const stock = await start('stock', sockets, payload.data.airlineChanges);

  const modes = {
    'graphql-ws': { server: stock, id: (n) => `operation-${n}`, commands: false },
    'ours, ids of their own': { server: ours, id: (n) => `operation-${n}`, commands: true },
    'ours, ids that coincide': { server: ours, id: () => '1', commands: true },
  };
  const figures = Object.fromEntries(Object.keys(modes).map((mode) => [mode, { one: [], burst: [] }]));
  for (let round = 0; round < rounds; round++) {
    const alone = { one: await ours.costOf(changes, 1), burst: await ours.costOf(changes, burst) }; // nobody listens
    for (const [mode, { server, id, commands }] of Object.entries(modes)) {
      const clients = await connect(server, sockets, id, query);
      for (const [load, size] of [
        ['one', 1],
        ['burst', burst],
      ]) {
        const before = clients.map(({ frames }) => frames);
        const all = (done) => until(() => clients.every(({ frames }, n) => frames === before[n] + done));
        const cost = await server.costOf(changes, size, all);
        figures[mode][load].push((cost - (commands ? alone[load] : 0)) / (changes * sockets));
      }
      for (const { socket } of clients) socket.terminate();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  ours.process.kill();
  stock.process.kill();
  await rm(ours.dataDir, { recursive: true, force: true });

  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const peer = figures['graphql-ws'];
  const table = Object.entries(figures).map(([server, figure]) => ({
    server,
    'one at a time, µs': Number(median(figure.one).toFixed(1)),
    'times less': Number((median(peer.one) / median(figure.one)).toFixed(1)),
    'bursts of ten, µs': Number(median(figure.burst).toFixed(1)),
    'times less ': Number((median(peer.burst) / median(figure.burst)).toFixed(1)),
  }));
  console.log(`${sockets} sockets, frames of about ${sample.last.length} bytes, median of ${rounds} rounds of ${changes} changes`);
  console.table(table);
  if (values.json)
    await writeFile(values.json, JSON.stringify({ sockets, changes, rounds, frameBytes: sample.last.length, figures }, null, 2));
}

async function start(role, people, change) {
  const dataDir = role === 'ours' ? await mkdtemp(join(tmpdir(), 'jetbridge-bench-')) : '';
  const child = fork(fileURLToPath(import.meta.url), [role], { stdio: 'inherit' });
  const call = async (name, value) => {
    child.send({ name, value });
    return (await once(child, 'message'))[0];
  };
  const { url, tokens, airlineId } = await call('start', { dataDir, people, change });
  /** CPU in µs for so many changes, `size` at a time, each lot awaited at the clients. */
  const costOf = async (changes, size, arrived = async () => {}) => {
    const before = await call('cpu');
    for (let n = 0; n < changes; n += size) {
      await call('change', size);
      await arrived(n + size);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (await call('cpu')) - before;
  };
  return { process: child, dataDir, url, tokens, airlineId, call, costOf };
}

async function connect({ url, tokens, airlineId }, count, idOf, query) {
  const clients = [];
  for (let n = 0; n < count; n++) {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    const client = { socket, frames: 0, last: '' };
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: tokens ? { authorization: `Bearer ${tokens[n]}` } : {} }));
    await once(socket, 'message');
    socket.on('message', (data) => {
      client.frames++;
      if (n === 0) client.last = String(data);
      heard();
    });
    socket.send(JSON.stringify({ id: idOf(n), type: 'subscribe', payload: { query, variables: { airlineId } } }));
    clients.push(client);
  }
  await new Promise((resolve) => setTimeout(resolve, 500)); // all of them follow
  return clients;
}

function until(condition) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('frames are missing')), 30_000);
    let soon = false;
    heard = () => {
      if (soon) return;
      soon = true;
      setImmediate(() => {
        soon = false;
        if (!condition()) return;
        clearTimeout(late);
        resolve();
      });
    };
    heard();
  });
}

/** Answers the calls of `start` above. */
function answer(calls) {
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  process.on('message', async ({ name, value }) => process.send((await { cpu, ...calls }[name](value)) ?? null));
  process.on('disconnect', () => process.exit());
}

function serveOurs() {
  let file;
  const start = async ({ dataDir, people }) => {
    const { openServices } = await import('../gateway/dist/context.js');
    const { startServer } = await import('../gateway/dist/server.js');
    const { readConfig } = await import('../gateway/dist/config.js');
    const { foundAirline } = await import('../gateway/dist/found-airline.js');
    const { userDecider } = await import('../gateway/dist/accounts/user.decider.js');
    const { memberDecider } = await import('../gateway/dist/members/member.decider.js');
    const { platformTenant, rosterStream, userStream } = await import('../schema/dist/events/index.js');
    const { Projector, readModels } = await import('../projector/dist/index.js');
    const services = await openServices(readConfig({ dataDir, port: '0' }, { JETBRIDGE_LOG_LEVEL: 'error' }));
    const { commands, sessions, accessTokens, storage, codec, bus } = services;
    await new Projector({ storage, codec, bus, projections: readModels, onError: console.error }).start();
    const { url } = await startServer(services);

    const ids = Array.from({ length: people }, () => crypto.randomUUID());
    const airlineId = crypto.randomUUID();
    const by = { operation: 'bench', actorId: ids[0], input: {}, now: Date.now() };
    const joinAs = (userId, role) => ({ memberId: crypto.randomUUID(), userId, role, joinedBy: 'INVITATION' });
    const tokens = [];
    for (const [n, userId] of ids.entries()) {
      const user = { userId, email: `${n}@example.org`, displayName: `Pilot ${n}`, platformAdmin: false };
      await commands.run({
        ...by,
        decide: async (streams) => ({
          resultId: userId,
          writes: [await streams.decide(userDecider, platformTenant, userStream(userId), user)],
        }),
      });
      if (n === 0) {
        const founder = { memberId: crypto.randomUUID(), userId };
        await commands.run({
          ...by,
          decide: async (streams) => ({
            resultId: airlineId,
            writes: await foundAirline(streams, { airlineId, code: 'NAX', name: 'Norse', iata: null, joinPolicy: 'INVITE' }, founder),
          }),
        });
      } else {
        await commands.run({
          ...by,
          decide: async (streams) => ({
            resultId: userId,
            writes: [await streams.decide(memberDecider, airlineId, rosterStream, joinAs(userId, 'PILOT'))],
          }),
        });
      }
      const { sessionId } = await sessions.start(userId, 'bench', Date.now());
      tokens.push(accessTokens.issue(userId, sessionId, Date.now()).token);
    }
    const query = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }';
    const flight = {
      departure: 'ENGM',
      arrival: 'ENBR',
      offBlockAt: '2026-01-01T10:00:00Z',
      onBlockAt: '2026-01-01T10:55:00Z',
      aircraftType: 'B738',
    };
    let flightNumber = 0;
    file = async () => {
      const input = { ...flight, airlineId, flightNumber: String((flightNumber++ % 9_000) + 1) };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[0]}` };
      const { errors } = await (
        await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input } }) })
      ).json();
      if (errors) throw new Error(JSON.stringify(errors));
    };
    return { url: `${url.replace('http', 'ws')}/graphql`, tokens, airlineId };
  };
  answer({ start, change: (size) => Promise.all(Array.from({ length: size }, () => file())).then(() => null) });
}

function serveStock() {
  const followers = new Set();
  let change;
  const start = async (given) => {
    change = given.change;
    const { buildSchema } = await import('graphql');
    const { useServer } = await import('../gateway/node_modules/graphql-ws/dist/use/ws.js');
    const schema = buildSchema(await readFile(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));
    schema.getSubscriptionType().getFields().airlineChanges.subscribe = follow;
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    useServer({ schema }, new WebSocketServer({ server: http, path: '/graphql' }));
    return { url: `ws://127.0.0.1:${http.address().port}/graphql`, airlineId: 'any' };
  };
  /** One queue per subscriber, as a pub/sub of any library gives. */
  function follow() {
    const queue = [];
    let waiting;
    const tell = (event) => {
      const value = { airlineChanges: event };
      if (waiting) waiting({ done: false, value });
      else queue.push(value);
      waiting = undefined;
    };
    followers.add(tell);
    return {
      next: () =>
        queue.length > 0 ? Promise.resolve({ done: false, value: queue.shift() }) : new Promise((resolve) => (waiting = resolve)),
      return: async () => {
        followers.delete(tell);
        waiting?.({ done: true });
        return { done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
  const emit = (size) => {
    for (let n = 0; n < size; n++) for (const tell of followers) tell(change);
  };
  answer({ start, change: emit });
}
