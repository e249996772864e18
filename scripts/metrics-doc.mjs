// docs/operate/metrics.md: everything the product counts and measures, from schema/src/telemetry/instruments.ts.

export const metricsDocFile = 'docs/operate/metrics.md';

const types = { counter: 'counter', total: 'counter', level: 'gauge', histogram: 'histogram' };

export async function metricsDoc() {
  const { instruments, prometheusName } = await import('../schema/dist/telemetry/instruments.js');
  const lines = Object.entries(instruments).map(([name, { kind, labels, says }]) => {
    const columns = [`\`${prometheusName(name)}\``, types[kind], labels.map((label) => `\`${label}\``).join(', '), says];
    return `| ${columns.join(' | ')} |`;
  });
  return `# Metrics

What \`/metrics\` answers, and what is sent by OTLP: [observe.md](observe.md). A histogram has \`_bucket\`, \`_sum\` and \`_count\` behind its name. Labels
are bounded sets: no metric names an airline or a person.

| name | type | labels | is |
|---|---|---|---|
${lines.join('\n')}

Made by \`npm run codegen\` from \`schema/src/telemetry/instruments.ts\`.
`;
}
