import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { rolldown } from 'rolldown';

const large = 1_000_000; // bytes

/**
 * The gateway, the projector and everything they import in one CommonJS file, which is what an executable can start quickly: V8 keeps what it
 * compiled beside it. Answers the packages that are in it, as folders of pnpm's store, and the data that is read from assets.
 */
export async function bundle(file) {
  const data = {};
  const build = await rolldown({
    input: 'gateway/dist/main.js',
    platform: 'node',
    external: ['tinyglobby', 'class-validator'], // MikroORM and type-graphql would take them where they are; nothing of ours asks for it
    plugins: [largeJsonAsAsset(data)],
    onLog: (level, log, tell) => log.code !== 'EMPTY_IMPORT_META' && tell(level, log), // MikroORM looks for packages at run time; we name ours
  });
  const { output } = await build.write({
    file,
    format: 'cjs',
    codeSplitting: false,
    sourcemap: false,
    minify: true,
    keepNames: true, // type-graphql and MikroORM go by the names of classes
  });
  await build.close();
  // One character outside of Latin 1 and V8 keeps the whole source with two bytes a character.
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return { data, packages: new Set(output[0].moduleIds.flatMap((id) => /node_modules\/\.pnpm\/([^/]+)\//.exec(id)?.[1] ?? [])) };
}

/** As source it would be kept as that too, beside what is made of it. */
function largeJsonAsAsset(data) {
  return {
    name: 'large-json-as-asset',
    load(id) {
      if (!id.endsWith('.json') || readFileSync(id).length < large) return null;
      data[basename(id)] = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
      return {
        code: `import { getAsset } from 'node:sea';\nexport default JSON.parse(getAsset('${basename(id)}', 'utf8'));`,
        moduleType: 'js',
      };
    },
  };
}
