// Server CPU per delivered frame: one airline, each socket of a person of its own, one change at a time and in bursts. Ours is the whole product
// (permissions, session checks, read models in SQLite), what the commands cost by themselves subtracted; the peer is graphql-ws as it comes.
// Usage: node bench/fan-out.mjs [--full] [--sockets 1000] [--changes 40]
import { setTimeout as after } from 'node:timers/promises';
import { argumentsOf, inDirectory, median, ratio, save } from './measure.mjs';
import { connect, sampleChange, startSocketServer, until } from './sockets.mjs';

const options = { sockets: { type: 'string' }, changes: { type: 'string' } };
const { full, sockets: askedSockets, changes: askedChanges } = argumentsOf(options);
const [sockets, changes, rounds] = [Number(askedSockets ?? (full ? 2_000 : 1_000)), Number(askedChanges ?? 40), full ? 5 : 3];
const loads = { 'one at a time': 1, 'bursts of ten': 10 };

await inDirectory(async (dataDir) => {
  const ours = await startSocketServer('ours', { dataDir, people: sockets });
  await costOf(ours, 100, 1); // warm
  const { change, bytes } = await sampleChange(ours);
  const stock = await startSocketServer('graphql-ws', { change });
  const modes = {
    'graphql-ws': { server: stock, idOf: (n) => `operation-${n}` },
    'ours, ids of their own': { server: ours, idOf: (n) => `operation-${n}` },
    'ours, ids that coincide': { server: ours, idOf: () => '1' },
  };
  const names = Object.keys(modes);
  const empty = () => Object.fromEntries(names.map((mode) => [mode, []]));
  const figures = Object.fromEntries(Object.keys(loads).map((load) => [load, { all: empty(), user: empty() }]));
  const alone = Object.fromEntries(Object.keys(loads).map((load) => [load, []])); // what the commands cost when nobody listens

  for (let round = 0; round < rounds; round++) {
    for (const [load, size] of Object.entries(loads)) alone[load].push(await costOf(ours, changes, size));
    for (let n = 0; n < names.length; n++) {
      const mode = names[(round + n) % names.length];
      const { server, idOf } = modes[mode];
      const clients = await connect(server, sockets, idOf);
      for (const [load, size] of Object.entries(loads)) {
        const before = clients.map(({ frames }) => frames);
        const arrived = (done) => until(() => clients.every(({ frames }, index) => frames === before[index] + done));
        const cost = await costOf(server, changes, size, arrived);
        for (const kind of ['all', 'user']) figures[load][kind][mode].push(cost[kind] / (changes * sockets));
      }
      for (const { socket } of clients) socket.terminate();
      await after(500);
    }
  }
  for (const server of [ours, stock]) server.process.kill();
  for (const [load, kinds] of Object.entries(figures)) {
    for (const [kind, byMode] of Object.entries(kinds)) {
      const commands = median(alone[load].map((cost) => cost[kind])) / (changes * sockets);
      for (const mode of names) if (modes[mode].server === ours) byMode[mode] = byMode[mode].map((cost) => cost - commands);
    }
  }

  console.log(
    `${sockets} sockets, frames of about ${bytes} bytes, server CPU in µs per frame, median of ${rounds} rounds of ${changes} changes`,
  );
  console.log('Ratios round by round (least–most); goals: 4.5 times less, 5.5 with ids that coincide, 8 times less user time');
  for (const [load, { all, user }] of Object.entries(figures)) {
    const short = (list) => Number(median(list).toFixed(1));
    console.table(
      names.map((server) => ({
        [load]: server,
        'CPU, µs': short(all[server]),
        'times less': ratio(all, 'graphql-ws', server),
        'user, µs': short(user[server]),
        'times less ': ratio(user, 'graphql-ws', server),
      })),
    );
  }
  await save('fan-out', { sockets, changes, rounds, frameBytes: bytes, figures });
});

/** CPU in µs for so many changes, `size` at a time, each lot awaited at the clients: user and system time together, and user time alone. */
async function costOf(server, changes, size, arrived = async () => {}) {
  const before = await server.call('cpu');
  for (let n = 0; n < changes; n += size) {
    await server.call('change', size);
    await arrived(n + size);
  }
  await after(100);
  const { user, system } = await server.call('cpu');
  return { all: user + system - before.user - before.system, user: user - before.user };
}
