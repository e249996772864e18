import type { RunningProjector } from '@jetbridge/projector';
import { serveAlone } from '@jetbridge/schema/storage';
import { endOnUncaught } from '@jetbridge/schema/telemetry';
import type { Config } from './config.ts';
import { openServices } from './context.ts';
import { loadDemo } from './demo/load-demo.ts';
import { demoAccountLines } from './demo/people.ts';
import { startHealth } from './health.ts';
import { startServer } from './server.ts';

const hardExitMs = 10_000;

/** Migrates, starts the roles, prints where to go, and runs until it is told to stop. */
export async function serve(config: Config, { demo = false } = {}): Promise<void> {
  const claim = await serveAlone(config.databaseUrl); // before anything is migrated
  const services = await openServices(config);
  endOnUncaught(services.logger);
  const alone = config.roles.has('gateway') ? undefined : config.healthPort;
  let projector: RunningProjector | undefined;
  // Before it has caught up, which may take longer than anybody waits for a sign of life.
  const health = alone === undefined ? undefined : await startHealth(services, alone, () => projector?.shares);
  // A gateway alone never loads the projector.
  projector = config.roles.has('projector') ? await (await import('@jetbridge/projector')).startProjector(services) : undefined;
  if (demo) await loadDemo(services);
  const server = config.roles.has('gateway') ? await startServer(services) : undefined;

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(() => process.exit(1), hardExitMs).unref();
    await server?.close();
    await projector?.close();
    await health?.close();
    await services.close();
    await claim[Symbol.asyncDispose]();
    process.exit(0);
  };
  // Instead of what main.ts does as process 1.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal).on(signal, () => void stop());

  if (server) {
    const url = config.publicUrl ?? server.url;
    console.log(`Jetbridge is ready at ${url}`);
    if (config.publicUrl) console.log(`  Listening  ${server.url}`);
    if (config.graphiql) console.log(`  GraphiQL   ${url}/graphiql`);
    console.log(`  Data       ${config.dataDir}`);
    if (await services.setupTokens.needed()) {
      const token = await services.setupTokens.issue(services.now());
      console.log(`  Set up     ${url}/setup?token=${token}\n             (works once, for 30 minutes)`);
    }
  } else {
    console.log('Jetbridge projector is following the log.');
    if (health) console.log(`  Health     ${health.url}/readyz`);
  }
  if (demo) for (const line of demoAccountLines()) console.log(line);
}
