// From a command to the frame at those who watch: p50 and p99 at 100 and 1,000 commands per second, the built product embedded (one process
// on SQLite) and distributed (two gateways, two projectors, PostgreSQL, NATS), in turn. Usage: node bench/latency.mjs [--full]
// [--only embedded|distributed]
import { join } from 'node:path';
import { summary, watchAndLoad } from './load.mjs';
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';
import { startDistributed, startEmbedded } from './product.mjs';

const { full, only } = argumentsOf();
const [rounds, roundMs, watchers] = [full ? 5 : 3, full ? 20_000 : 5_000, 10];
const rates = [100, 1_000];

await inDirectory(async (directory) => {
  const worlds = {
    ...(only !== 'distributed' && { embedded: await startEmbedded(join(directory, 'embedded')) }),
    ...(only !== 'embedded' && { distributed: await startDistributed(join(directory, 'distributed')) }),
  };
  if (only !== 'embedded' && !worlds.distributed) {
    console.log('Distributed left out: there are no PostgreSQL binaries for this platform.');
    delete worlds.distributed;
  }
  const watched = {};
  for (const [profile, world] of Object.entries(worlds)) {
    watched[profile] = await watchAndLoad(world, watchers);
    for (const rate of rates) await watched[profile].load(rate, 1_500); // warm
  }
  const results = {};
  for (const rate of rates) results[rate] = await inTurn(watched, rounds, async ({ load }) => summary(await load(rate, roundMs)));
  for (const { close } of Object.values(watched)) close();
  for (const { end } of Object.values(worlds)) await end();

  const table = Object.entries(results).flatMap(([rate, figures]) => {
    const of = (profile, figure) => figures[profile].map((round) => round[figure]);
    return Object.keys(figures).map((profile) => {
      const short = (figure) => Number(median(of(profile, figure)).toFixed(1));
      const over = (figure) =>
        ratio({ embedded: of('embedded', figure), distributed: of('distributed', figure) }, 'distributed', 'embedded');
      return {
        'asked per s': Number(rate),
        profile,
        'done per s': short('perSecond'),
        'CPU ms': short('cpuMs'),
        'decided → frame p50': short('p50'),
        p99: short('p99'),
        'sent → frame p50': short('sentP50'),
        'p99 ': short('sentP99'),
        ...(profile === 'distributed' && figures.embedded && { 'p50 of embedded': over('p50'), 'p99 of embedded': over('p99') }),
      };
    });
  });
  console.log(
    `Latency in ms with ${watchers} watchers, medians of ${rounds} rounds of ${roundMs / 1_000} s; ratios round by round (least–most)`,
  );
  if (worlds.distributed && !worlds.distributed.nats) console.log('No nats-server found: changes arrive by sweeps.');
  console.table(table);
  await save('latency', { rounds, roundMs, watchers, nats: worlds.distributed?.nats, results });
});
