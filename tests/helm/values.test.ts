import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { chart, describeChart, refusal } from './chart.ts';

const root = join(chart, '../../..');
const read = (file: string) => parse(readFileSync(file, 'utf8'));

/** Values that are wrong, and what is said of them. */
const wrong: [way: string | undefined, values: object, sentence: string][] = [
  [undefined, {}, 'mode: distributed needs a database: set database.url'],
  [undefined, { database: { url: 'postgres://db' } }, 'mode: distributed needs a secret all pods share'],
  ['urls', { database: { simple: { enabled: true, password: '0123456789abcdef' } } }, 'There is one database: set only one of'],
  ['simple', { database: { simple: { password: '' } } }, 'database.simple needs a password'],
  ['urls', { nats: { simple: { enabled: true } } }, 'There is one NATS: set only one of'],
  ['urls', { secret: { existingSecret: { name: 'other' } } }, 'Set only one of secret.value and secret.existingSecret.name.'],
  ['urls', { mail: { existingSecret: { name: 'other' } } }, 'Set only one of mail.url and mail.existingSecret.name.'],
  [
    'urls',
    { metrics: { token: 'x'.repeat(16), existingSecret: { name: 'other' } } },
    'Set only one of metrics.token and metrics.existingSecret.name.',
  ],
  ['external', { metrics: { podMonitor: { enabled: true } } }, 'metrics.podMonitor would be refused: with a publicUrl'],
  ['urls', { telemetry: { headers: { existingSecret: { name: 'other' } } } }, 'telemetry.headers are for telemetry.endpoint'],
  ['urls', { mail: { from: '' } }, 'mail.from must say who mail comes from'],
  ['urls', { gateway: { replicas: 3, autoscaling: { enabled: true } } }, 'gateway.autoscaling decides how many there are'],
  ['urls', { projector: { autoscaling: { minReplicas: 9 } } }, 'projector.autoscaling.minReplicas is more than its maxReplicas.'],
  ['cloudnativepg', { database: { cloudnativepg: { spec: { instances: 5 } } } }, 'database.cloudnativepg.spec.instances would say twice'],
  ['external', { publicUrl: '' }, 'publicUrl must say where people reach the product'],
  ['single', { service: { type: 'LoadBalancer' } }, 'publicUrl must say where people reach the product'],
  ['external', { publicUrl: 'http://ops.example.org' }, 'publicUrl must begin with https://.'],
  ['single', { gateway: { replicas: 2 } }, 'mode: single is one process on one SQLite file'],
  ['single', { projector: { autoscaling: { enabled: true } } }, 'mode: single is one process on one SQLite file'],
  ['single', { database: { url: 'postgres://db' } }, 'mode: single keeps its data in SQLite'],
  ['single', { nats: { url: 'nats://nats' } }, 'mode: single is one process that needs no NATS'],
];

/** Values of the wrong shape, and what the schema says of them. */
const misshapen: [values: object, said: string][] = [
  [{ mode: 'embedded' }, "at '/mode': value must be one of 'distributed', 'single'"],
  [{ replicas: 2 }, "at '': additional properties 'replicas' not allowed"],
  [{ gateway: { replica: 2 } }, "at '/gateway': additional properties 'replica' not allowed"],
  [{ gateway: { replicas: 0 } }, "at '/gateway/replicas': minimum: got 0, want 1"],
  [{ projector: { replicas: 'two' } }, "at '/projector/replicas': got string, want null or integer"],
  [{ publicUrl: 'ops.example.org' }, "at '/publicUrl': 'ops.example.org' does not match pattern"],
  [{ publicUrl: 'https://example.org/ops' }, "at '/publicUrl': 'https://example.org/ops' does not match pattern"],
  [{ secret: { value: 'short' } }, "at '/secret/value': 'short' does not match pattern"],
  [{ database: { url: 'mysql://db' } }, "at '/database/url': 'mysql://db' does not match pattern"],
  [{ nats: { url: 'http://nats' } }, "at '/nats/url': 'http://nats' does not match pattern"],
  [{ metrics: { token: 'short' } }, "at '/metrics/token': 'short' does not match pattern"],
  [{ telemetry: { endpoint: 'collector:4318' } }, "at '/telemetry/endpoint': 'collector:4318' does not match pattern"],
  [{ telemetry: { sampleRatio: 10 } }, "at '/telemetry/sampleRatio': maximum: got 10, want 1"],
  [{ config: { logLevel: 'loud' } }, "at '/config/logLevel': value must be one of"],
  [{ config: { graphiql: true } }, "at '/config/graphiql': value must be one of '', 'on', 'off'"],
  [{ config: { corsOrigins: ['https://*.example.org'] } }, "at '/config/corsOrigins/0'"],
  [{ single: { storage: { size: 'big' } } }, "at '/single/storage/size': 'big' does not match pattern"],
];

describeChart('values of the chart', () => {
  it.each(wrong)('that contradict each other are refused in a sentence: %s %j', async (way, values, sentence) => {
    const [first, ...more] = (await refusal(way, values)).trim().split('\n');
    expect(first).toMatch(/^Error: execution error at \(jetbridge\/templates\/checks\.yaml:\d+:\d+\): /);
    expect(first).toContain(sentence);
    expect(more.filter((line) => line && line !== 'Use --debug flag to render out invalid YAML')).toEqual([]);
  });

  it.each(misshapen)('of the wrong shape are named: %j', async (values, said) => {
    const [title, name, ...lines] = (await refusal(undefined, values)).trim().split('\n');
    expect([title, name]).toEqual([expect.stringContaining("values don't meet the specifications of the schema"), 'jetbridge:']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
  });
});

it('the schema and values.yaml of the chart know the same values', () => {
  const schema = JSON.parse(readFileSync(join(chart, 'values.schema.json'), 'utf8'));
  const known = (part: Part): string[] => {
    const { properties } = part.$ref ? schema.$defs[part.$ref.replace('#/$defs/', '')] : part;
    return properties ? Object.entries(properties as Record<string, Part>).flatMap(([name, of]) => below(name, known(of))) : [''];
  };
  const given = (value: unknown, part: Part): string[] => {
    const { properties } = part.$ref ? schema.$defs[part.$ref.replace('#/$defs/', '')] : part;
    return properties ? Object.entries(value as object).flatMap(([name, of]) => below(name, given(of, properties[name] ?? {}))) : [''];
  };
  expect(given(read(join(chart, 'values.yaml')), schema).sort()).toEqual(
    known(schema)
      .filter((name) => name !== 'global')
      .sort(),
  );
});

it('the chart has a strict version, and is of the release it is in', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(read(join(chart, 'Chart.yaml'))).toMatchObject({
    apiVersion: 'v2',
    version: expect.stringMatching(semver),
    appVersion: version,
    dependencies: [],
  });
});

interface Part {
  $ref?: string;
  properties?: Record<string, Part>;
}

const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/;
const below = (name: string, names: string[]) => names.map((rest) => (rest ? `${name}.${rest}` : name));
