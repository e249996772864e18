import { expect, it } from 'vitest';
import { describeChart, having, held, type Manifest, one, podOf, rendered, ways } from './chart.ts';

describeChart('what the chart makes, while it runs', () => {
  it('urls: a secret that changes brings new pods, another value of the chart does not', async () => {
    const stamp = async (values: object) => {
      const gateway = one(await rendered('urls', values), 'Deployment', '-gateway');
      return gateway.spec.template.metadata.annotations['checksum/secret'];
    };
    const before = await stamp({});
    expect(await stamp({ networkPolicy: { enabled: false } })).toBe(before);
    expect(await stamp({ nats: { url: 'nats://other' } })).not.toBe(before);
  });

  it('a gateway that goes is left alone by the service first, and has time to tell its sockets', async () => {
    for (const [way, kind, name] of [['external', 'Deployment', '-gateway'] as const, ['single', 'StatefulSet', ''] as const]) {
      const pod = podOf(one(await rendered(way), kind, name))!;
      expect(pod.terminationGracePeriodSeconds).toBe(40);
      expect(pod.containers[0].lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
    }
  });

  it('gateways and projectors are replaced one by one, apart from each other, and leave the schema to the migration', async () => {
    const objects = await rendered('external');
    for (const role of ['gateway', 'projector']) {
      const { spec } = one(objects, 'Deployment', `-${role}`);
      expect(spec.strategy).toEqual({ rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } });
      const { containers, topologySpreadConstraints: spread } = spec.template.spec;
      expect(containers[0].args).toEqual(['serve', '--roles', role, '--no-migrate']);
      expect(spread.map(({ topologyKey }: Manifest) => topologyKey)).toEqual(['topology.kubernetes.io/zone', 'kubernetes.io/hostname']);
      for (const { labelSelector } of spread) expect(spec.selector.matchLabels).toEqual(labelSelector.matchLabels);
    }
  });

  it('autoscaling decides how many there are, so the chart says nothing of it', async () => {
    const objects = await rendered('cloudnativepg');
    for (const [role, fewest, most] of [['gateway', 3, 12] as const, ['projector', 2, 8] as const]) {
      const scaler = one(objects, 'HorizontalPodAutoscaler', `-${role}`);
      expect(scaler.spec).toMatchObject({ minReplicas: fewest, maxReplicas: most });
      const { metadata, spec } = one(objects, 'Deployment', `-${role}`);
      expect(scaler.spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name });
      expect(spec).not.toHaveProperty('replicas');
    }
    expect(one(await rendered('urls'), 'Deployment', '-gateway').spec.replicas).toBe(2);
  });

  it('a node may be drained where there are several; of one, nothing would be left', async () => {
    const budget = { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' };
    for (const { spec } of having(await rendered('external'), 'PodDisruptionBudget')) expect(spec).toMatchObject(budget);
    expect(having(await rendered('external'), 'PodDisruptionBudget')).toHaveLength(2);
    expect(having(await rendered('simple'), 'PodDisruptionBudget')).toEqual([]);
    expect(having(await rendered('single'), 'PodDisruptionBudget')).toEqual([]);
  });

  it('network policies: who may come in, and where the product may go', async () => {
    const objects = await rendered('full');
    const [rule] = one(objects, 'NetworkPolicy', '-gateway').spec.ingress;
    expect(rule.from).toHaveLength(3); // what was given, helm test, and who reads metrics
    const monitoring = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } };
    expect(rule.from).toContainEqual(monitoring);
    expect(one(objects, 'NetworkPolicy', '-unreachable').spec.ingress).toEqual([
      { ports: [{ port: 'http', protocol: 'TCP' }], from: [monitoring] },
    ]);
    const alone = one(await rendered('full', { networkPolicy: { scrapers: [] } }), 'NetworkPolicy', '-unreachable');
    expect(alone.spec).not.toHaveProperty('ingress');
    expect(one(objects, 'NetworkPolicy', '-egress').spec.egress.at(-1).to).toEqual([{ ipBlock: { cidr: '10.20.0.0/16' } }]);
    expect(having(await rendered('full', { networkPolicy: { enabled: false } }), 'NetworkPolicy')).toEqual([]);
  });

  it('a Prometheus operator is told whom to ask, how often, and with which token', async () => {
    expect(having(await rendered('external'), 'PodMonitor')).toEqual([]);
    const monitor = one(await rendered('full'), 'PodMonitor');
    expect(monitor.metadata).toMatchObject({ labels: { release: 'prometheus' } });
    const credentials = { name: 'jetbridge', key: 'metrics' };
    expect(monitor.spec.podMetricsEndpoints).toEqual([
      { port: 'http', path: '/metrics', interval: '30s', authorization: { type: 'Bearer', credentials } },
    ]);
    const token = 'a-token-in-the-values';
    const own = await rendered('urls', { metrics: { token, podMonitor: { enabled: true } } });
    const [{ authorization }] = one(own, 'PodMonitor').spec.podMetricsEndpoints;
    expect(held(one(own, 'Secret'))[authorization.credentials.key]).toBe(token);
  });

  it('metrics, traces and logs are sent where it says, under the name of the part', async () => {
    const objects = await rendered('full');
    for (const role of ['gateway', 'projector']) {
      expect(podOf(one(objects, 'Deployment', `-${role}`))!.containers[0].env).toEqual(
        expect.arrayContaining([
          { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'https://otlp.example.org' },
          { name: 'OTEL_EXPORTER_OTLP_HEADERS_FILE', value: '/run/secrets/jetbridge/otlp-headers' },
          { name: 'OTEL_SERVICE_NAME', value: `jetbridge-${role}` },
          { name: 'OTEL_TRACES_SAMPLER_ARG', value: '0.05' },
          { name: 'JETBRIDGE_METRICS_TOKEN_FILE', value: '/run/secrets/jetbridge/metrics-token' },
        ]),
      );
    }
    const { env } = podOf(one(await rendered('external'), 'Deployment', '-gateway'))!.containers[0];
    expect(env.filter(({ name }: Manifest) => (name as string).startsWith('OTEL_'))).toEqual([]);
  });

  it('selectors find their pods, and what is named is there', async () => {
    for (const way of ways) {
      const objects = await rendered(way);
      const labels = objects.flatMap((object) => (podOf(object) ? [(object.spec.template ?? object).metadata.labels] : []));
      const matches = (selector: Record<string, string>) =>
        labels.some((label) => Object.entries(selector).every(([name, value]) => label[name] === value));
      for (const { spec } of having(objects, 'Service')) expect(matches(spec.selector)).toBe(true);
      for (const { spec } of [...having(objects, 'Deployment'), ...having(objects, 'StatefulSet')]) {
        expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      }
      for (const { spec } of having(objects, 'PodDisruptionBudget')) expect(matches(spec.selector.matchLabels)).toBe(true);
      const accounts = having(objects, 'ServiceAccount').map(({ metadata }) => metadata.name);
      const used = objects.flatMap((object) => podOf(object)?.serviceAccountName ?? []);
      expect([...new Set(used)].sort()).toEqual(accounts.sort());
    }
  });
});
