import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';
import { readingSettings } from './postgres-storage.ts';
import { openStorage } from './storage.ts';

const cluster = inject('postgresUrl');
const events = 1_000_000;
const tenants = 20;

/** The queries every command, projector and subscriber runs; each must stay as fast on a long history as on a short one. */
const hot: Record<string, { sql: string; index: string }> = {
  'a stream': {
    sql: `select * from event where tenant = 't3' and stream = 's120' and stream_version > 0 order by stream_version`,
    index: 'event_stream',
  },
  'a page of a history': {
    sql: `select * from event where tenant = 't3' and sequence > 40000 order by sequence limit 500`,
    index: 'event_pkey',
  },
  'the end of a history': {
    sql: `select * from event where tenant = 't3' and sequence > 49990 order by sequence limit 500`,
    index: 'event_pkey',
  },
  'a command': { sql: `select * from event where command_id = 'c777'`, index: 'event_command' },
  'a version': { sql: `select from event where tenant = 't3' and stream = 's120' and stream_version = 1`, index: 'event_stream' },
  'moved heads': { sql: `select tenant, sequence from tenant_head where changed_at >= 1900000`, index: 'tenant_head_changed' },
};

describe.skipIf(!cluster)(
  `plans at ${events.toLocaleString('en')} events on PostgreSQL${cluster ? '' : ': no PostgreSQL package for this platform'}`,
  () => {
    let client: pg.Client;
    let database: Awaited<ReturnType<typeof createTestDatabase>>;
    beforeAll(async () => {
      database = await createTestDatabase(cluster!);
      await (await openStorage(database.url)).close();
      client = new pg.Client({ connectionString: database.url, options: readingSettings });
      await client.connect();
      await client.query(
        `insert into event (tenant, sequence, stream, stream_version, type, schema_version, data, metadata, recorded_at, command_id)
       select 't' || n % ${tenants}, n / ${tenants} + 1, 's' || n / ${tenants * 2} * ${tenants} + n % ${tenants}, (n / ${tenants}) % 2 + 1, 'Happened', 1, '{}', '{}', n, 'c' || n
       from generate_series(0, ${events - 1}) as n`,
      );
      await client.query(`insert into tenant_head select 'tenant' || n, n, n from generate_series(1, 2000000, 100) as n`);
      await client.query('analyze event');
      await client.query('analyze tenant_head');
    }, 240_000);
    afterAll(async () => {
      await client.end();
      await database[Symbol.asyncDispose]();
    });

    it.each(Object.entries(hot))('%s is found by its index, without sorting', async (_, { sql, index }) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    });
  },
);
