// Memory per idle socket: resident bytes that each further subscribed socket adds to the whole product, against bare `ws` and graphql-ws as it
// comes. Each figure is of a fresh process that holds 3,000 sockets before the first look, so that what a process grows once by is not counted;
// garbage is collected before both looks. Usage: node bench/idle-sockets.mjs [--full] [--sockets 2000]
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';
import { connect, sampleChange, socketsAllowed, startSocketServer, until } from './sockets.mjs';

const { full, sockets: asked } = argumentsOf({ sockets: { type: 'string' } });
const [rounds, warm] = [full ? 5 : 3, 3_000];
const sockets = socketsAllowed(Number(asked ?? (full ? 5_000 : 2_000)) + warm) - warm;

await inDirectory(async (dataDir) => {
  const given = { dataDir, people: sockets + warm };
  const first = await startSocketServer('ours', given);
  const { change } = await sampleChange(first);
  first.process.kill();

  const live = { ours: [], 'graphql-ws': [], ws: [] };
  const figures = await inTurn({ ours: given, 'graphql-ws': { change }, ws: { change } }, rounds, async (start, role) => {
    const server = await startSocketServer(role, start);
    const idOf = (n) => `operation-${n}`;
    const early = await connect(server, warm, idOf);
    await server.call('change', 1);
    await until(() => early.every(({ frames }) => frames === 1));
    const before = await server.call('memory');
    const clients = await connect(server, sockets, idOf);
    await server.call('change', 1); // proves that all of them follow
    await until(() => clients.every(({ frames }) => frames === 1));
    const after = await server.call('memory');
    for (const { socket } of [...early, ...clients]) socket.terminate();
    server.process.kill();
    const perSocket = (kind) => (after[kind] - before[kind]) / sockets / 1_024;
    live[role].push(perSocket('heapUsed') + perSocket('external'));
    return perSocket('rss');
  });

  console.log(`${sockets} idle sockets: KiB each adds, median of ${rounds} rounds; ratios round by round (least–most), goal RSS ≤ 1.6`);
  console.table(
    Object.entries(figures).map(([server, list]) => ({
      server,
      'RSS, KiB': Number(median(list).toFixed(1)),
      'of bare ws': ratio(figures, server, 'ws'),
      'live JS, KiB': Number(median(live[server]).toFixed(1)),
      'of bare ws ': ratio(live, server, 'ws'),
    })),
  );
  await save('idle-sockets', { sockets, rounds, figures, live });
});
