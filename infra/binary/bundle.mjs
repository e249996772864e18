import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

const main = resolve('gateway/dist/main.js');

/**
 * The gateway, the projector and everything they import in one CommonJS file, which is what an executable can start quickly: what V8
 * compiled of it is kept beside it. Answers the packages that are in it, as folders of pnpm's store.
 */
export async function bundle(file) {
  const build = await rolldown({
    input: main,
    platform: 'node',
    external: ['tinyglobby', 'class-validator'], // MikroORM and type-graphql would take them where they are; nothing of ours asks for it
    plugins: [importedOnce('graphql')],
    onLog: (level, log, tell) => log.code !== 'EMPTY_IMPORT_META' && tell(level, log), // MikroORM looks for packages at run time; we name ours
  });
  const { output } = await build.write({
    file,
    format: 'cjs',
    codeSplitting: false,
    dynamicImportInCjs: false, // the function of `require` is handed to it, `import` is not
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
  return new Set(output[0].moduleIds.flatMap((id) => /node_modules\/\.pnpm\/([^/]+)\//.exec(id)?.[1] ?? []));
}

/** A CommonJS package is copied, name for name, wherever a module imports it: with the 400 names of graphql a tenth of the start. */
function importedOnce(name) {
  const copy = `\0${name}`;
  return {
    name: 'imported-once',
    resolveId(id, importer, { kind }) {
      if (id !== name) return null;
      if (importer === copy) return this.resolve(id, main, { kind, skipSelf: true });
      return kind === 'import-statement' ? copy : null;
    },
    load(id) {
      if (id !== copy) return null;
      const names = Object.keys(createRequire(main)(name));
      return `import all from '${name}';\nexport const { ${names.join(', ')} } = all;`;
    },
  };
}
