import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const registryPackage = join(root, 'node_modules/@sparticuz/chromium');
const { version } = JSON.parse(readFileSync(join(registryPackage, 'package.json'), 'utf8')) as { version: string };
const home = join(root, `node_modules/.cache/jetbridge/chromium-${version}`);

/** A browser from the registry, so that the suite needs no other download. `CHROMIUM_PATH` names another one. */
export async function chromiumPath(): Promise<{ path: string; missing?: never } | { path?: never; missing: string }> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? { path: chosen } : { missing: `CHROMIUM_PATH names ${chosen}, which does not exist.` };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      missing: `the Chromium of the registry is for Linux on x64; set CHROMIUM_PATH to one for ${process.platform}-${process.arch}.`,
    };
  const path = join(home, 'chromium');
  if (!existsSync(path)) await unpack();
  useOwnLibraries(path);
  return { path };
}

/** Unpacks beside its place and moves there at the end: a run cut short leaves no half browser. */
async function unpack(): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const partial = `${home}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = partial; // where the package unpacks to
  try {
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(registryPackage, 'bin', file));
    writeFileSync(
      join(partial, 'fonts/fonts.conf'),
      `<fontconfig><dir>${home}/fonts/fonts</dir><cachedir>${home}/fonts/cache</cachedir></fontconfig>\n`,
    );
    rmSync(home, { recursive: true, force: true });
    renameSync(partial, home);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The package carries the libraries and fonts a bare server lacks; where the system has its own, those fit better. */
function useOwnLibraries(path: string): void {
  if (execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found'))
    process.env.LD_LIBRARY_PATH = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (!existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_FILE = join(home, 'fonts/fonts.conf');
}
