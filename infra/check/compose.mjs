// The compose files, read by compose itself where it is, and by us where it is not.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { find, home, run } from './machine.mjs';

const folder = 'infra/compose';
export const files = readdirSync(folder).filter((name) => /^compose.*\.yaml$/.test(name));

/** How to call compose v2 here: as docker's plugin, as a program, or brought from Debian; undefined where it is not. */
export function findCompose({ fetch = false } = {}) {
  const own = join(home, 'docker-compose');
  if (fetch && !existsSync(own) && find('apt-get') && process.getuid() === 0) bring(own);
  const ways = [['docker', 'compose'], ['docker-compose'], [own]];
  return ways.find(([command, ...args]) => {
    try {
      return /v?[2-9]\.\d+/.test(
        execFileSync(command, [...args, 'version', '--short'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    } catch {
      return false;
    }
  });
}

/** Debian 12 has none. That of Debian 13 is one file that needs nothing else: it is unpacked, not installed. */
function bring(target) {
  const work = mkdtempSync(join(tmpdir(), 'jetbridge-compose-'));
  try {
    for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(work, part), { recursive: true });
    const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
    writeFileSync(join(work, 'sources.list'), `deb [signed-by=${keys}] http://deb.debian.org/debian trixie main\n`);
    const settings = { 'Dir::Etc::SourceList': 'sources.list', 'Dir::State::Lists': 'lists', 'Dir::Cache': 'cache' };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${join(work, value)}`]);
    const apt = (...args) => run('apt-get', [...options, '-o', 'Dir::Etc::SourceParts=/dev/null', '-qq', ...args], { cwd: work });
    apt('update');
    apt('download', 'docker-compose');
    run('sh', ['-c', 'dpkg -x docker-compose_*.deb . && install -D usr/libexec/docker/cli-plugins/docker-compose "$1"', 'sh', target], {
      cwd: work,
    });
  } catch (error) {
    console.log(`Could not bring compose: ${error.message}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Throws when a compose file is not one. Says how it was looked at. */
export function checkComposeFiles(compose) {
  for (const file of files) {
    if (!compose) checkByOurselves(file);
    else run(compose[0], [...compose.slice(1), '-f', join(folder, file), 'config', '--quiet']);
  }
  return compose ? `${compose.at(-1).split('/').at(-1)} config` : 'our own look at names: there is no compose here';
}

/** Names that lead nowhere: what a compose that is not here would refuse first. */
function checkByOurselves(file) {
  const { services, networks = {}, volumes = {}, secrets = {} } = parse(readFileSync(join(folder, file), 'utf8'), { merge: true });
  const known = (what, all, names) => {
    for (const name of names) if (!(name in all)) throw new Error(`${file}: there is no ${what} ${name}.`);
  };
  for (const service of Object.values(services)) {
    known('service', services, Object.keys(service.depends_on ?? {}));
    known('network', networks, service.networks ?? []);
    known('secret', secrets, service.secrets ?? []);
    known(
      'volume',
      volumes,
      (service.volumes ?? []).map((volume) => volume.split(':')[0]).filter((name) => !/^[./]/.test(name)),
    );
  }
}
