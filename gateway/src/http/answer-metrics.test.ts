import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { openServices } from '../context.ts';
import { startHealth } from '../health.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const token = 'a token for those who watch'.replaceAll(' ', '-');
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;

async function read(url: string, authorization?: string) {
  const answer = await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

/** The samples, under their names with their labels. */
async function samples({ url }: Pick<Product, 'url'>): Promise<Record<string, number>> {
  const { text } = await read(url);
  return Object.fromEntries(
    text
      .split('\n')
      .flatMap((line) => (line === '' || line.startsWith('#') ? [] : [[line.replace(/ \S+$/, ''), Number(/\S+$/.exec(line))]])),
  );
}

describe.each(databases)('what is counted on %s', (database) => {
  it('is what was done', async () => {
    await using product = await startProduct({ database });
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    const live = product.subscribe(`subscription ($id: ID!) { airlineChanges(airlineId: $id) { kind } }`, { id: airlineId }, admin);
    const heard = live.next();
    await expect.poll(async () => (await samples(product))['jetbridge_live_subscribers{state="live"}']).toBe(1);
    const input = aFlight({ airlineId });
    const filed = await product.ask(filePirep, { input }, { token: admin });
    expect(filed.errors).toBeUndefined();
    expect((await product.ask(filePirep, { input }, { token: admin })).codes).toEqual(['CONFLICT']);
    await heard;

    const seen = await samples(product);
    expect(seen).toMatchObject({
      'jetbridge_command_duration_seconds_count{operation="createAirline",outcome="done"}': 1,
      'jetbridge_command_duration_seconds_count{operation="filePirep",outcome="done"}': 1,
      'jetbridge_command_duration_seconds_count{operation="filePirep",outcome="conflict"}': 1,
      'jetbridge_api_errors_total{code="CONFLICT"}': 1,
      'jetbridge_http_request_duration_seconds_count{route="graphql",status="2xx"}': 4,
      'jetbridge_append_duration_seconds_count{outcome="committed"}': 4,
      jetbridge_append_batch_commands_sum: 4,
      'jetbridge_projection_batch_duration_seconds_count{outcome="done"}': expect.any(Number),
      jetbridge_projection_stopped_airlines: 0,
      'jetbridge_projection_lag_seconds{share="0"}': 0,
      jetbridge_live_sockets: 1,
      'jetbridge_live_subscribers{state="live"}': 1,
      jetbridge_live_groups: 1,
      jetbridge_live_delay_seconds_count: 1,
      'jetbridge_mail_outbox{state="waiting"}': 0,
      jetbridge_sessions: 1,
      jetbridge_database_up: 1,
    });
    expect(seen.jetbridge_projection_events_total).toBeGreaterThanOrEqual(3);
    expect(seen.jetbridge_live_frames_total).toBe(1);
    expect(seen['jetbridge_process_memory_bytes{kind="rss"}']).toBeGreaterThan(1e7);
    expect(Object.keys(seen).filter((name) => name.startsWith('jetbridge_projection_lag_seconds'))).toHaveLength(
      database === 'postgres' ? 16 : 1,
    );
    if (database === 'postgres') expect(seen['jetbridge_database_connections_limit{pool="append"}']).toBe(2);
    await live.close();
  });

  it('tells how far the read models are behind', async () => {
    await using product = await startProduct({ database });
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    await product.projector.close();
    const filedAt = product.services.now();
    product.setClock(filedAt);
    await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token: admin });
    product.setClock(filedAt + 5_000);
    const seen = await samples(product);
    const lags = Object.entries(seen).flatMap(([name, value]) => (name.startsWith('jetbridge_projection_lag_seconds') ? [value] : []));
    expect(lags.filter((lag) => lag > 0)).toEqual([5]);
  });
});

describe('/metrics is read', () => {
  it('by everybody at home, as Prometheus likes it', async () => {
    await using product = await startProduct({ openMetrics: true });
    const { status, type, text } = await read(product.url);
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(text).toContain('# TYPE jetbridge_database_up gauge\njetbridge_database_up 1\n');
  });

  it('by nobody elsewhere', async () => {
    await using product = await startProduct({ openMetrics: false });
    expect(await read(product.url)).toMatchObject({ status: 404 });
    expect(await read(product.url, `Bearer ${token}`)).toMatchObject({ status: 404 });
  });

  it.each([true, false])('by whoever has the token, where there is one (at home: %s)', async (openMetrics) => {
    await using product = await startProduct({ openMetrics, metricsToken: token });
    expect(await read(product.url, `Bearer ${token}`)).toMatchObject({ status: 200 });
    for (const other of [undefined, 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`]) {
      expect(await read(product.url, other)).toMatchObject({ status: 404 });
    }
  });

  it('of a projector alone, too', async () => {
    await using product = await startProduct({ metricsToken: token });
    const services = await openServices(product.services.config);
    const health = await startHealth(services, 0, () => undefined);
    expect(await read(health.url)).toMatchObject({ status: 404 });
    expect((await read(health.url, `Bearer ${token}`)).text).toContain('jetbridge_database_up 1');
    await health.close();
    await services.close();
  });
});
