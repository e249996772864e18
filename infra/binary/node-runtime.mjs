import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The pinned Node of an architecture. Another than this machine's comes from the registry, and must be what the lock file says. */
export function nodeFor(arch) {
  if (arch === process.arch) return process.execPath;
  const name = `node-linux-${arch}`;
  const version = optionalDependencies[name];
  const home = join('node_modules/.cache/jetbridge', `${name}-${version}`);
  const node = join(home, 'package/bin/node');
  if (existsSync(node)) return node;
  const partial = `${home}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', partial, `${name}@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const archive = join(partial, `${name}-${version}.tgz`);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    const locked = `\n  ${name}@${version}:\n    resolution: {integrity: ${integrity}}\n`;
    if (!readFileSync('pnpm-lock.yaml', 'utf8').includes(locked))
      throw new Error(`${name}@${version} of the registry is not the one in pnpm-lock.yaml.`);
    execFileSync('tar', ['-xzf', archive, '-C', partial, 'package/bin/node']);
    rmSync(archive);
    rmSync(home, { recursive: true, force: true });
    renameSync(partial, home);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return node;
}
