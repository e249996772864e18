// What a first visit downloads, gzipped, against the budgets.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgetsKb } from './budgets.mjs';
import { filesBelow, frameworks } from './bundles.mjs';

/** Rows of `{ name, files, kb, budgetKb, over }`. */
export function measure() {
  const shell = 'shell/dist';
  const html = readFileSync(join(shell, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, url]) => join(shell, url));
  const firstVisit = {
    html: [join(shell, 'index.html')],
    css: linked.filter((file) => file.endsWith('.css')),
    shell: withStaticImports(linked.filter((file) => file.endsWith('.js'))),
    ...Object.fromEntries(frameworks.map((name) => [name, firstRoute(`remotes/${name}/dist`)])),
  };
  const lazy = (name) => filesBelow(join(shell, 'assets')).filter((file) => new RegExp(`/${name}-[^/]*[.](js|css)$`).test(file));
  const map = withStaticImports(lazy('map-view')).filter((file) => !firstVisit.shell.includes(file));
  firstVisit.compare = [...Object.values(firstVisit).flat(), ...lazy('compare')];
  return Object.entries({ ...firstVisit, map }).map(([name, files]) => {
    const kb = files.reduce((sum, file) => sum + gzippedBytes(file), 0) / 1_000;
    return { name, files, kb, budgetKb: budgetsKb[name], over: kb > budgetsKb[name] };
  });
}

export function table(rows) {
  const line = ({ name, files, kb, budgetKb, over }) =>
    `${name.padEnd(8)} ${kb.toFixed(1).padStart(7)} KB of ${String(budgetKb).padStart(3)}   ${files.length} files${over ? '   OVER BUDGET' : ''}`;
  return ['First visit, gzip (compare is all of it together):', ...rows.map(line)].join('\n');
}

/** What loads when a remote is mounted: manifest, entry, the exposed module with its CSS, and all that these import statically. */
function firstRoute(dist) {
  const manifest = join(dist, 'mf-manifest.json');
  const { metaData, exposes } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { assets } = exposes.find((exposed) => exposed.name === 'mount');
  const scripts = [join(metaData.remoteEntry.path ?? '', metaData.remoteEntry.name), ...assets.js.sync].map((file) => join(dist, file));
  return [manifest, ...withStaticImports(scripts), ...assets.css.sync.map((file) => join(dist, file))];
}

function withStaticImports(files, seen = new Set()) {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g);
    withStaticImports(
      [...imports].map(([, path]) => normalize(join(dirname(file), path))),
      seen,
    );
  }
  return [...seen];
}

function gzippedBytes(file) {
  return existsSync(`${file}.gz`) ? statSync(`${file}.gz`).size : gzipSync(readFileSync(file), { level: 9 }).length;
}
