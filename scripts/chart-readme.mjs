// The README of the Helm chart: what is said here, and a table of the values with their comments from values.yaml.
import { readFileSync } from 'node:fs';
import { isMap, parseDocument } from 'yaml';

export const chartReadmeFile = 'infra/helm/jetbridge/README.md';

export function chartReadme() {
  const values = parseDocument(readFileSync('infra/helm/jetbridge/values.yaml', 'utf8'));
  const { version, kubeVersion } = parseDocument(readFileSync('infra/helm/jetbridge/Chart.yaml', 'utf8')).toJS();
  return `# Jetbridge on Kubernetes

Chart ${version} · Kubernetes ${kubeVersion.replace('-0', '')} · Helm 4. It depends on no other chart: PostgreSQL and NATS are brought, or made by what is in the cluster.

| way | values | is |
|---|---|---|
| external | [ci/external-values.yaml](ci/external-values.yaml) | gateways and projectors on your PostgreSQL and NATS; secrets in Secrets of yours |
| urls | [ci/urls-values.yaml](ci/urls-values.yaml) | the same, with everything said in values |
| operator | [ci/cloudnativepg-values.yaml](ci/cloudnativepg-values.yaml) | PostgreSQL by CloudNativePG, which must be installed; autoscaling |
| simple | [ci/simple-values.yaml](ci/simple-values.yaml) | to evaluate: a PostgreSQL pod and a NATS pod beside it |
| single | [ci/single-values.yaml](ci/single-values.yaml) | one pod on SQLite: \`--set mode=single\` |

How to install, upgrade, scale and back up: [docs/operate/kubernetes.md](../../../docs/operate/kubernetes.md).

## Values

| value | default | says |
|---|---|---|
${rows(values.contents).join('\n')}

Values that are unknown, of the wrong shape, or contradict each other are refused with a sentence. This file is generated from
\`values.yaml\` by \`npm run codegen\`.
`;
}

/** A line for each value that has a comment of its own; what it holds follows it, as far as that has comments. */
function rows(map, path = []) {
  return map.items.flatMap(({ key, value }, index) => {
    const name = [...path, key.value];
    const comment = commentOf(map, index);
    const inside = isMap(value) && value.items.some((_, at) => commentOf(value, at)) ? rows(value, name) : [];
    const held = inside.length > 0 ? '' : `\`${JSON.stringify(value.toJSON())}\``;
    const line = `| \`${name.join('.')}\` | ${held} | ${comment.replaceAll('|', '\\|')} |`;
    return comment || inside.length === 0 ? [line, ...inside] : inside;
  });
}

/** What stands before the first key of a map belongs to the map. */
function commentOf(map, index) {
  const { key } = map.items[index];
  const comment = (index === 0 && map.commentBefore) || key.commentBefore || '';
  return comment.trim().replace(/\s*\n\s*/g, ' ');
}
