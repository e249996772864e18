// Writes the generated files: schema/schema.graphql from the resolvers, and the typed documents from the .graphql operations.
// `--check` writes nothing and fails when a file would change.
import { readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';

const check = process.argv.includes('--check');
const files = new Map();

if (!process.argv.includes('--operations-only')) {
  const { printApi } = await import('../gateway/dist/graphql/print-api.js');
  files.set('schema/schema.graphql', await printApi());
  if (!check) await writeFile('schema/schema.graphql', files.get('schema/schema.graphql'));
}
const [generated] = await generate(
  {
    silent: true,
    schema: files.get('schema/schema.graphql') ?? 'schema/schema.graphql',
    documents: 'schema/src/operations/*.graphql',
    generates: {
      'schema/src/operations/generated.ts': {
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
files.set(generated.filename.replace(`${process.cwd()}/`, ''), generated.content);

let drift = 0;
for (const [file, content] of files) {
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before === content) continue;
  if (!check) await writeFile(file, content);
  else drift++;
  console.log(check ? `${file} is out of date: run \`pnpm codegen\`.` : `wrote ${file}`);
}
process.exitCode = drift > 0 ? 1 : 0;
