import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callHelm, chart, describeChart, having, held, type Manifest, one, podOf, rendered } from './chart.ts';

const names = (objects: Manifest[]) => objects.map(({ kind, metadata }) => `${kind} ${metadata.name.replace('ops-jetbridge', '')}`.trim());
const secretsOf = (object: Manifest) =>
  podOf(object)!
    .volumes.find(({ name }: { name: string }) => name === 'secrets')
    .projected.sources.map(({ secret }: Manifest) => `${secret.items[0].path} from ${secret.name} ${secret.items[0].key}`);
const hook = ({ metadata }: Manifest) => metadata.annotations?.['helm.sh/hook'];

describeChart('ways to install', () => {
  it('external: takes everything secret from what is there, and migrates before the release', async () => {
    const objects = await rendered('external');
    expect(having(objects, 'Secret')).toEqual([]);
    const from = ['secret from jetbridge-secret secret', 'database-url from jetbridge-database url', 'nats-url from jetbridge-nats url'];
    for (const object of [
      one(objects, 'Deployment', '-gateway'),
      one(objects, 'Deployment', '-projector'),
      one(objects, 'Job', '-migrate'),
    ])
      expect(secretsOf(object)).toEqual(from);
    expect(hook(one(objects, 'Job', '-migrate'))).toBe('pre-install,pre-upgrade');
  });

  it('urls: the migration has its secrets before the release has, and they go when it is done', async () => {
    const objects = await rendered('urls');
    const [secret, job] = [one(objects, 'Secret', '-migrate'), one(objects, 'Job', '-migrate')];
    expect(secretsOf(job).every((line: string) => line.includes('from ops-jetbridge-migrate '))).toBe(true);
    const [first, then] = [secret, job].map(({ metadata }) => Number(metadata.annotations?.['helm.sh/hook-weight']));
    expect(first).toBeLessThan(then!);
    expect(secret.metadata.annotations).toMatchObject({
      'helm.sh/hook': 'pre-install,pre-upgrade',
      'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    });
    expect(held(secret)).toEqual(held(one(objects, 'Secret')));
    expect(held(secret)).toMatchObject({ secret: 'mVtq0Zf3Yx7Kp2Rw9Ln4Hs6Bd8Jc1Gu5', 'nats-url': 'nats://nats.example.org:4222' });
    expect(hook(one(objects, 'Secret'))).toBeUndefined();
  });

  it('cloudnativepg: the operator makes the database, which stays; no hook waits for it', async () => {
    const objects = await rendered('cloudnativepg');
    const cluster = one(objects, 'Cluster', '-postgresql');
    expect(cluster.metadata.annotations).toMatchObject({ 'helm.sh/resource-policy': 'keep' });
    expect(cluster.spec).toMatchObject({
      instances: 3,
      bootstrap: { initdb: { database: 'jetbridge', owner: 'jetbridge' } },
      storage: { size: '20Gi', storageClass: 'fast' },
      backup: { retentionPolicy: '30d' },
    });
    const recovery = { source: 'before', database: 'jetbridge', owner: 'jetbridge' };
    const again = await rendered('cloudnativepg', { database: { cloudnativepg: { spec: { bootstrap: { recovery } } } } });
    expect(one(again, 'Cluster', '-postgresql').spec.bootstrap).toEqual({ recovery });
    const job = one(objects, 'Job', '-migrate-1'); // of this revision: what a Job runs cannot be changed
    expect(hook(job)).toBeUndefined();
    for (const object of [job, one(objects, 'Deployment', '-gateway')])
      expect(secretsOf(object)).toContain('database-url from ops-jetbridge-postgresql-app uri');
  });

  it('simple: PostgreSQL and NATS in a pod each, that only the product reaches', async () => {
    const objects = await rendered('simple');
    expect(names(objects)).toEqual(
      expect.arrayContaining(['StatefulSet -postgresql', 'Service -postgresql', 'Deployment -nats', 'Service -nats', 'Job -migrate-1']),
    );
    const given = held(one(objects, 'Secret'));
    expect(given['database-url']).toBe('postgres://jetbridge:5f0b9c2d7e8a41637d20@ops-jetbridge-postgresql:5432/jetbridge');
    expect(given['nats-url']).toBe('nats://ops-jetbridge-nats:4222');
    const [postgres] = podOf(one(objects, 'StatefulSet', '-postgresql'))!.containers;
    expect(postgres.volumeMounts[0]).toEqual({ name: 'data', mountPath: '/var/lib/postgresql' });
    for (const kind of ['postgresql', 'nats']) {
      const { spec } = one(objects, 'NetworkPolicy', `-${kind}`);
      expect(spec.ingress[0].from[0].podSelector.matchExpressions[0].values).toEqual(['gateway', 'projector', 'migrate']);
    }
  });

  it('single: one pod with a disk and everything in it, and nothing else', async () => {
    const objects = await rendered('single');
    expect(names(objects).sort()).toEqual(['NetworkPolicy -single', 'Pod -test', 'Service', 'ServiceAccount -single', 'StatefulSet']);
    const { spec } = one(objects, 'StatefulSet');
    expect(spec.replicas).toBe(1);
    expect(spec.template.spec.containers[0].args).toEqual(['serve']);
    expect(spec.volumeClaimTemplates[0]).toMatchObject({
      metadata: { name: 'data' },
      spec: { resources: { requests: { storage: '5Gi' } } },
    });
  });

  it('the ingress has its host, and whether it speaks https, from the public URL', async () => {
    const ingress = async (values: object) => one(await rendered('external', values), 'Ingress').spec;
    expect(await ingress({})).toMatchObject({
      ingressClassName: 'traefik',
      rules: [{ host: 'ops.example.org', http: { paths: [{ backend: { service: { name: 'ops-jetbridge', port: { name: 'http' } } } }] } }],
      tls: [{ hosts: ['ops.example.org'], secretName: 'ops-example-org' }],
    });
    expect(await ingress({ publicUrl: 'http://ops.example.org:8080', ingress: { tlsSecret: '' } })).not.toHaveProperty('tls');
  });

  it('says what to do next, and what is missing', async () => {
    const notes = async (way: string) => {
      const values = join(chart, 'ci', `${way}-values.yaml`);
      const said = await callHelm('install', 'ops', chart, '--dry-run=client', '--namespace', 'flights', '--values', values);
      return said.slice(said.indexOf('NOTES:'));
    };
    const single = await notes('single');
    expect(single).toContain('kubectl --namespace flights rollout status statefulset/ops-jetbridge\n');
    expect(single).toContain('kubectl --namespace flights port-forward service/ops-jetbridge 4000:4000\n');
    expect(single).toContain('app.kubernetes.io/component=single | grep setup');
    expect(single).toContain('there is no mail server');
    expect(await notes('simple')).toContain('one pod without a backup');
    const external = await notes('external');
    expect(external).toContain('Then it is at https://ops.example.org\n');
    expect(external).not.toMatch(/port-forward|trustedProxies/);
    expect(await notes('full')).not.toContain('there is no mail server');
  });
});
