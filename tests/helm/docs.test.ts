import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { callHelm, describeChart } from './chart.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/operate/kubernetes.md`, 'utf8');
const commands = [...page.matchAll(/^ *(helm upgrade --install .*)$/gm)].map(([, command]) => command!);

/** What the shell would put in their place. */
const fromOpenssl = {
  '$(openssl rand -base64 32)': 'Zx8Kq2vT5nW9rB3mY6pL1cH4jD7gF0sA',
  '$(openssl rand -hex 16)': '5f0b9c2d7e8a41637d205f0b9c2d7e8a',
};

describeChart('docs/operate/kubernetes.md', () => {
  it('has commands', () => expect(commands.length).toBeGreaterThan(4));

  it.each(commands)('%s', async (command) => {
    let line = command.replace('helm upgrade --install', '').replaceAll('infra/helm/jetbridge', `${root}infra/helm/jetbridge`);
    for (const [call, answer] of Object.entries(fromOpenssl)) line = line.replace(call, answer);
    expect(await callHelm('template', ...line.trim().split(/ +/))).toContain('kind: Service\n');
  });
});
