import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
const parts = ['gateway', 'graphiql', 'shell', 'remote-react', 'remote-vue', 'remote-svelte'];

/**
 * What the executable is made of, as pnpm knows it from the lock file, and Node itself. A package of the bundle that is not listed means that
 * something was bundled which is no dependency of the product.
 */
export function billOfMaterials(bundled, folder) {
  const file = join(folder, 'sbom.json');
  const filters = parts.flatMap((name) => ['--filter', `@jetbridge/${name}`]);
  const options = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application', '--prod', '--out', file];
  execFileSync('npx', ['--yes', packageManager, 'sbom', ...filters, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const bom = JSON.parse(readFileSync(file, 'utf8'));
  const listed = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl).replace(/^pkg:npm\//, '')));
  const strangers = [...bundled].map(nameAndVersion).filter((name) => !listed.has(name));
  if (strangers.length > 0) throw new Error(`Bundled, but no dependency of the product: ${strangers.join(', ')}.`);
  const node = process.version.slice(1);
  const purl = `pkg:generic/node@${node}`;
  bom.components.push({ type: 'platform', name: 'node', version: node, purl, 'bom-ref': purl, licenses: [{ license: { id: 'MIT' } }] });
  return bom;
}

/** `@scope+name@1.0.0_peer@2` and `name@1.0.0` as pnpm calls folders. */
function nameAndVersion(folder) {
  const [, name, version] = /^(@?[^@]+)@([^_(]+)/.exec(folder);
  return `${name.replace('+', '/')}@${version}`;
}
