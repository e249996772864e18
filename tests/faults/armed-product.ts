import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '@jetbridge/schema/storage';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { inject } from 'vitest';
import { connectTo } from '../../gateway/src/testing/client.ts';
import type { Database } from '../../gateway/src/testing/product.ts';
import { runProduct } from '../../gateway/src/testing/server-process.ts';
import { ArmedProcess, type When } from './armed-process.ts';
import { Door } from './door.ts';
import type { Strike, Wires } from './failpoint-matrix.ts';
import { Journal } from './journal.ts';
import { openWire, type Wire } from './wire.ts';
import type { AirlineWorld } from './world.ts';

const secret = 'a secret for products that are struck';
const setUp = `mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`;
const create = `mutation ($code: String!) { createAirline(input: { code: $code, name: $code }) { cursor airline { id } } }`;

export type ArmedProduct = Awaited<ReturnType<typeof startArmedProduct>>;

/** A product that can be struck, set up; its clients and its database at the other ends of wires. */
export async function startArmedProduct(database: Database) {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-failpoints-'));
  const postgres = database === 'postgres' ? await createTestDatabase(inject('postgresUrl')!) : undefined;
  const direct = postgres?.url ?? join(dataDir, 'jetbridge.db');
  const wires: Record<Wires, Wire> = {
    clients: await openWire(),
    database: await openWire(postgres && Number(new URL(direct).port)),
  };
  const env = { JETBRIDGE_SECRET: secret, JETBRIDGE_DATABASE_URL: postgres ? through(direct, wires.database) : direct };
  const url = `http://127.0.0.1:${wires.clients.port}`;
  const door = new Door();
  const server = new ArmedProcess(['serve', '--data-dir', dataDir, '--port', '0'], env, {
    onReady: (port) => {
      wires.clients.leadTo(port);
      door.open(url);
    },
    onExit: () => door.shut(url),
  });
  await server.start();
  const { ask } = connectTo(url);
  const input = { token: server.setupToken, email: 'ada@example.org', displayName: 'Ada', password: 'correct horse' };
  const token: string = (await ask(setUp, { input })).data.completeSetup.accessToken;
  const storage = await openStorage(direct, { migrations: false });

  return {
    door,
    token,
    storage,
    complaints: server.complaints,
    died: () => server.died(),

    /** An airline, once the product is there again after the strike before. */
    found: async (code: string): Promise<AirlineWorld> => {
      await door.pick(() => 0);
      const { airline, cursor } = (await ask(create, { code }, { token })).data.createAirline;
      const ending = Promise.withResolvers<void>();
      return { id: airline.id, code, start: cursor, journal: new Journal(), flights: 0, pending: [], end: undefined, ending };
    },

    strike: (strike: Strike, when: When) => server.strike(strike, when, () => wires[strike.cuts!].cut(when.awayMs)),

    /** Another command of the product on the same database, beside it. */
    run: (...args: string[]) => runProduct(args, env),

    [Symbol.asyncDispose]: async () => {
      await server.close();
      await storage.close();
      for (const wire of Object.values(wires)) await wire[Symbol.asyncDispose]();
      await postgres?.[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function through(url: string, { port }: Wire): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}
