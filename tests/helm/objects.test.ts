import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callHelm, chart, describeChart, type Manifest, podOf, rendered, ways } from './chart.ts';
import { misspelt } from './misspelt.ts';

/** Types of operators, which Kubernetes itself does not know. */
const foreign = ['postgresql.cnpg.io/v1', 'monitoring.coreos.com/v1'];

describeChart('the chart', () => {
  it.each(ways)('passes helm lint --strict: %s', async (way) => {
    const said = await callHelm('lint', '--strict', chart, '--values', join(chart, 'ci', `${way}-values.yaml`));
    expect(said).toContain('1 chart(s) linted, 0 chart(s) failed');
  });

  it.each(ways)('makes objects that Kubernetes takes: %s', async (way) => {
    const objects = (await rendered(way)).filter(({ apiVersion }) => !foreign.includes(apiVersion));
    expect(objects.length).toBeGreaterThan(4);
    for (const object of objects) {
      const type = `kubernetes-models/${object.apiVersion}/${object.kind}`;
      const module = await import(/* @vite-ignore */ type);
      expect(() => new module[object.kind](object).validate(), `${object.kind} ${object.metadata.name}`).not.toThrow();
    }
  });

  it('writes no field that Kubernetes does not know', async () => {
    const objects = (await Promise.all(ways.map((way) => rendered(way)))).flat();
    expect(misspelt(objects.filter(({ apiVersion }) => !foreign.includes(apiVersion)))).toEqual([]);
    const typo = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { ports: [{ port: 1, tagetPort: 2 }] } };
    expect(misspelt([typo]).join()).toContain('tagetPort');
  });

  it.each(ways)('gives each object a name of its own, and a place in the release: %s', async (way) => {
    const objects = await rendered(way);
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { metadata } of objects) expect(metadata).toMatchObject({ labels: { 'app.kubernetes.io/instance': 'ops' } });
  });

  it.each(ways)('runs every container as nobody who could do anything: %s', async (way) => {
    const pods = (await rendered(way)).flatMap((object) => podOf(object) ?? []);
    expect(pods.length).toBeGreaterThan(1);
    for (const pod of pods) {
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
      expect(pod.hostNetwork ?? pod.hostPID ?? pod.hostIPC).toBeUndefined();
      for (const container of pod.containers as Manifest[]) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources.limits.memory).toBeDefined();
        for (const { value } of container.env ?? []) expect(value).not.toMatch(/:\/\/[^/]+:[^/]+@/); // a password in a URL
      }
    }
  });

  it('takes its images from nobody who may close the door: no Bitnami, nothing downloaded', async () => {
    const objects = (await Promise.all(ways.map((way) => rendered(way)))).flat();
    const images = new Set(objects.flatMap((object) => podOf(object)?.containers.map(({ image }: Manifest) => image) ?? []));
    for (const image of images)
      expect(image).toMatch(/^(docker\.io\/library\/(postgres|nats)|(registry\.example\.org\/)?jetbridge):[\w.-]+$/);
    expect(await callHelm('dependency', 'list', chart)).not.toMatch(/https?:|oci:/);
  });
});
