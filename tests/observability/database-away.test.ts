import { createTestDatabase } from '@jetbridge/schema/testing';
import { expect, inject, it } from 'vitest';
import { startProduct } from '../../gateway/src/testing/product.ts';
import { openWire } from '../faults/wire.ts';

it('a database that is away fails no scrape, and is told', async ({ skip }) => {
  const cluster = inject('postgresUrl');
  skip(!cluster, 'no PostgreSQL package for this platform');
  await using database = await createTestDatabase(cluster!);
  const direct = new URL(database.url);
  await using wire = await openWire(Number(direct.port));
  const through = new URL(direct);
  through.port = String(wire.port);
  await using product = await startProduct({ databaseUrl: through.href });
  const read = async () => (await fetch(`${product.url}/metrics`)).text();
  expect(await read()).toContain('jetbridge_database_up 1\n');

  await product.projector.close(); // it would say so, twice a second
  await product.mailDelivery.close();
  wire.leadTo(undefined);
  wire.cut(0);
  const away = await read();
  expect(away).toContain('jetbridge_database_up 0\n');
  expect(away).toContain('jetbridge_process_uptime_seconds');
  expect(away).not.toContain('jetbridge_projection_lag_seconds');
  expect(away).not.toContain('jetbridge_sessions');

  wire.leadTo(Number(direct.port));
  expect(await read()).toContain('jetbridge_database_up 1\n');
});
