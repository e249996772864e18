// docs/operate/variables.md: every variable the product reads, from the comments on the settings' interfaces.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export const configureDocFile = 'docs/operate/variables.md';

const sources = [
  'gateway/src/config.ts',
  'schema/src/storage/settings.ts',
  'schema/src/storage/mail-settings.ts',
  'schema/src/telemetry/settings.ts',
  'schema/src/telemetry/log-settings.ts',
];

export function configureDoc() {
  return `# Variables

What is wrong is said at the start, all of it at once, and the process ends with 78. Flags (\`jetbridge --help\`) win over the environment. Each
variable marked with * may name a file instead: \`JETBRIDGE_SECRET_FILE=/run/secrets/secret\`. How to change a secret, and more about
proxies and mail: [configure.md](configure.md).

| variable | is | default |
|---|---|---|
${sources.flatMap(variables).join('\n')}

Made by \`npm run codegen\` from the comments in ${sources.map((source) => `\`${source}\``).join(', ')}.
`;
}

/** A line for each setting whose comment names its variable: what it is, the name, what happens without. */
function variables(file) {
  const text = readFileSync(file, 'utf8');
  const fromFile = new Set(text.match(/(?<=secretValue\(env, ')\w+/g));
  const interfaces = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements.filter(ts.isInterfaceDeclaration);
  return interfaces.flatMap(({ members }) => members.flatMap((member) => line(commentOf(member), fromFile)));
}

function line(comment, fromFile) {
  const [, says, name, otherwise] = /^(.*?)\s*`((?:JETBRIDGE|OTEL)_\w+)`[,;]?\s*(.*)$/s.exec(comment) ?? [];
  if (!name) return [];
  return [`| \`${name}\`${fromFile.has(name) ? ' *' : ''} | ${says} | ${otherwise.replace(/^default /, '').replace(/\.$/, '')} |`];
}

function commentOf(member) {
  const [doc] = ts.getJSDocCommentsAndTags(member);
  return String(doc?.comment ?? '').replace(/\s*\n\s*/g, ' ');
}
