// The servers bench/http.mjs compares, each in a process of its own. `start` answers where it listens, `cpu` the µs used so far.

import { readFile } from 'node:fs/promises';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import { readConfig } from '@jetbridge/gateway/dist/config.js';
import { openServices, RequestContext } from '@jetbridge/gateway/dist/context.js';
import { loadDemo } from '@jetbridge/gateway/dist/demo/load-demo.js';
import { buildBareSchema } from '@jetbridge/gateway/dist/graphql/build-schema.js';
import { startServer } from '@jetbridge/gateway/dist/server.js';
import { startProjector } from '@jetbridge/projector';
import Fastify from 'fastify';
import { buildSchema } from 'graphql';
import mercurius from 'mercurius';

const sdl = () => readFile(new URL('../schema/schema.graphql', import.meta.url), 'utf8');
const apolloOptions = { plugins: [ApolloServerPluginLandingPageDisabled()], stopOnTerminationSignals: false };
const listen = (app) => app.listen({ host: '127.0.0.1', port: 0 });

const servers = {
  /** The whole product on SQLite with the demo's airlines. */
  ours: async ({ dataDir }) => {
    const services = await openServices(readConfig({ dataDir, port: '0' }, { JETBRIDGE_LOG_LEVEL: 'error' }));
    await startProjector(services);
    await loadDemo(services);
    return (await startServer(services)).url;
  },
  /** Apollo as it comes, with our resolvers and read models: the same schema without permissions, and the caller is taken at their word. */
  'Apollo, our resolvers': async ({ dataDir, caller }) => {
    const services = await openServices(readConfig({ dataDir, port: '0' }, { JETBRIDGE_LOG_LEVEL: 'error' }));
    const apollo = new ApolloServer({ ...apolloOptions, schema: await buildBareSchema() });
    return overFastify(apollo, async () => new RequestContext(services, caller, false));
  },
  /** Apollo as it comes, every value at hand. */
  'Apollo, values at hand': async ({ data }) =>
    overFastify(new ApolloServer({ ...apolloOptions, schema: buildSchema(await sdl()), rootValue: data })),
  /** mercurius with its compiler on, every value at hand. */
  'mercurius + jit': async ({ data }) => {
    const app = Fastify();
    const resolvers = { Query: { viewer: () => data.viewer, airline: () => data.airline } };
    await app.register(mercurius, { schema: await sdl(), resolvers, jit: 1, subscription: false });
    return listen(app);
  },
};

async function overFastify(apollo, context = async () => ({})) {
  await apollo.start();
  const app = Fastify();
  await app.register(fastifyApollo(apollo), { path: '/graphql', context });
  return listen(app);
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
process.on('message', async ({ start }) => process.send(start ? await servers[process.argv[2]](start) : cpu()));
process.on('disconnect', () => process.exit());
