import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { instruments, prometheusName } from '@jetbridge/schema/telemetry';
import { aFlight, findProgram } from '@jetbridge/schema/testing';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { parse } from 'yaml';
import { databases, type Product, startProduct } from '../../gateway/src/testing/product.ts';
import { alerts, alertsFile, expressions, folder, missing, root, selectorsIn } from './shipped.ts';

const run = promisify(execFile);
const page = readFileSync(join(root, 'docs/operate/observe.md'), 'utf8');
const promtool = findProgram('promtool');

/** What `/metrics` of a product on each database says, once it did some work. */
async function namesAfterWork(product: Product): Promise<string[]> {
  const token = await product.setUp();
  await product.ask(`mutation { loadDemo { password } }`, {}, { token });
  await product.ask(`{ airline(code: "NONE") { name } }`, {}, { token });
  const id = await product.createAirline(token, 'NAX');
  const live = product.subscribe(`subscription ($id: ID!) { airlineChanges(airlineId: $id) { kind } }`, { id }, token);
  const heard = live.next();
  await vi.waitUntil(async () => (await read(product)).includes('jetbridge_live_subscribers{state="live"} 1\n'), { timeout: 10_000 });
  const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
  await product.ask(filePirep, { input: aFlight({ airlineId: id }) }, { token });
  await heard;
  await live.close();
  await read(product); // the event loop is watched from the first look on
  return [...(await read(product)).matchAll(/^(jetbridge_\w+)/gm)].map(([, name]) => name!);
}

async function read({ url }: Product): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

describe.skipIf(!inject('postgresUrl'))(
  inject('postgresUrl') ? 'what is shipped' : 'what is shipped: no PostgreSQL package for this platform',
  () => {
    const names = new Set<string>();
    beforeAll(async () => {
      for (const database of databases) {
        await using product = await startProduct({ database });
        for (const name of await namesAfterWork(product)) names.add(name);
      }
    });

    it.each(expressions)('%s asks for what there is', (_where, expr) => {
      const selectors = selectorsIn(expr);
      expect(selectors).not.toEqual([]);
      for (const { name, labels } of selectors) {
        expect(names).toContain(name);
        expect(labelsOf(name)).toEqual(expect.arrayContaining(labels));
      }
    });
  },
);

function labelsOf(name: string): readonly string[] {
  const known = Object.entries(instruments).find(
    ([own]) => name.replace(/_(bucket|sum|count)$/, '') === prometheusName(own as 'jetbridge.sessions'),
  );
  return known?.[1].labels ?? [];
}

describe('each alert', () => {
  it.each(alerts.map(({ alert, ...rest }) => [alert, rest] as const))('%s says what to do', (alert, { annotations, labels, ...rest }) => {
    expect(annotations.runbook_url).toBe(`docs/operate/observe.md#${alert.toLowerCase()}`);
    expect(annotations.summary).toMatch(/\.$/);
    expect(['warning', 'critical']).toContain(labels.severity);
    expect(rest.for).toMatch(/^\d+[sm]$/);
    const [, paragraph = ''] = new RegExp(`\\n### ${alert}\\n+([^#]+)`).exec(page) ?? [];
    expect(paragraph.length, 'a paragraph under its name in docs/operate/observe.md').toBeGreaterThan(100);
  });

  it('of the page is one that there is', () => {
    const described = [...page.matchAll(/^### (Jetbridge\w+)$/gm)].map(([, name]) => name);
    expect(described).toEqual(alerts.map(({ alert }) => alert));
  });
});

describe('the profile of compose', () => {
  it('mounts what there is, where its Grafana and its Prometheus look for it', () => {
    const compose = parse(readFileSync(join(root, 'infra/compose/compose.yaml'), 'utf8'), { merge: true });
    const mounts = (compose.services.lgtm.volumes as string[]).filter((one) => one.startsWith('.')).map((one) => one.split(':'));
    for (const [from] of mounts) expect(existsSync(join(root, 'infra/compose', from!)), from).toBe(true);
    const places = mounts.map(([, to]) => to);
    const ours = (file: string) => parse(readFileSync(join(folder, file), 'utf8'));
    expect(places).toEqual(expect.arrayContaining(ours('lgtm-prometheus.yaml').rule_files));
    expect(places).toContain(ours('lgtm-dashboards.yaml').providers[0].options.path);
  });
});

describe('Prometheus', () => {
  it('takes the alerts and the configuration', async ({ skip }) => {
    skip(!promtool, missing('promtool'));
    const { stdout } = await run(promtool!, ['check', 'rules', alertsFile]);
    expect(stdout).toContain(`SUCCESS: ${alerts.length} rules found`);
    await run(promtool!, ['check', 'config', '--syntax-only', join(folder, 'prometheus.yaml')]);
  });

  it('sees each alert fire for what it is for', async ({ skip }) => {
    skip(!promtool, missing('promtool'));
    const file = join(root, 'tests/observability/alerts.promtool.yaml');
    for (const { alert } of alerts) expect(readFileSync(file, 'utf8')).toContain(alert);
    expect((await run(promtool!, ['test', 'rules', file])).stdout).toContain('SUCCESS');
  });

  it('takes what /metrics answers', async ({ skip }) => {
    skip(!promtool, missing('promtool'));
    await using product = await startProduct();
    await namesAfterWork(product);
    const text = await read(product);
    const checking = run(promtool!, ['check', 'metrics', '--extended']);
    checking.child.stdin!.end(text);
    const { stdout } = await checking;
    expect(stdout).toContain('jetbridge_command_duration_seconds');
  });
});
