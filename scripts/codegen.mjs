// Writes the generated files: schema/schema.graphql from the resolvers, the typed documents from the .graphql operations, the README
// of the Helm chart from its values, the table of the configuration from its comments, and that of the metrics from the instruments.
// `--check` writes nothing and fails when a file would change.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';
import { chartReadme, chartReadmeFile } from './chart-readme.mjs';
import { configureDoc, configureDocFile } from './configure-doc.mjs';
import { metricsDoc, metricsDocFile } from './metrics-doc.mjs';

const operations = 'schema/src/operations';

const check = process.argv.includes('--check');
const files = new Map();

if (!process.argv.includes('--operations-only')) {
  const { printApi } = await import('../gateway/dist/graphql/print-api.js');
  files.set('schema/schema.graphql', await printApi());
  files.set(metricsDocFile, await metricsDoc());
  if (!check) await writeFile('schema/schema.graphql', files.get('schema/schema.graphql'));
}
const [generated] = await generate(
  {
    silent: true,
    schema: files.get('schema/schema.graphql') ?? 'schema/schema.graphql',
    documents: `${operations}/**/*.graphql`,
    generates: {
      [`${operations}/generated.ts`]: {
        plugins: ['typescript-operations', 'typed-document-node'],
        config: {
          scalars: { DateTime: 'string', Cursor: 'string', ID: 'string' },
          strictScalars: true,
          useTypeImports: true,
          enumType: 'string-literal',
          defaultScalarType: 'never',
          avoidOptionals: false,
          skipTypename: true,
        },
      },
    },
  },
  false,
);
let common = generated.content;
for (const folder of ['account', 'conversation', 'dashboard', 'joining', 'palette', 'people', 'platform', 'review', 'settings']) {
  const parts = await apart(common, folder);
  common = parts.common;
  files.set(`${operations}/${folder}/generated.ts`, parts.own);
}
files.set(`${operations}/generated.ts`, common);
files.set(chartReadmeFile, chartReadme());
files.set(configureDocFile, configureDoc());

let drift = 0;
for (const [file, content] of files) {
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === content) continue;
  if (!check) await writeFile(file, content);
  else drift++;
  console.log(check ? `${file} is out of date: run \`pnpm codegen\`.` : `wrote ${file}`);
}
process.exitCode = drift > 0 ? 1 : 0;

/** The documents of screens that are loaded later get a module of their own: it is the least a bundler can load later. Types stay together. */
async function apart(content, folder) {
  let source = '';
  for await (const file of glob(`${operations}/${folder}/*.graphql`)) source += await readFile(file, 'utf8');
  const names = new Set([...source.matchAll(/^(?:fragment|query|mutation|subscription) (\w+)/gm)].map(([, name]) => name));
  const lines = content.split('\n');
  const isOwn = (line) => names.has(/^export const (\w+?)(?:Document|FragmentDoc) =/.exec(line)?.[1]);
  const documents = lines.filter(isOwn);
  const types = documents
    .flatMap((line) => /as unknown as DocumentNode<(\w+),\s*(\w+)>;$/.exec(line)?.slice(1) ?? [])
    .filter((name) => name !== 'unknown');
  const imports = `import type { ${types.join(', ')} } from '../generated.ts';`;
  const node = lines.find((line) => line.startsWith('import type { TypedDocumentNode'));
  return { common: lines.filter((line) => !isOwn(line)).join('\n'), own: `${node}\n${imports}\n\n${documents.join('\n')}\n` };
}
