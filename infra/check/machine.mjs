// What the check of the containers does to the machine it runs on, and where it keeps its things.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Kept between runs: images, layers, the file system they start from. Git does not see it. */
export const home = join(process.cwd(), '.runtime', 'containers');

/** Where the program is, if anywhere; root's own folders are looked through for anybody. */
export function find(program) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/local/go/bin'];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Runs a program and answers what it printed; when it fails, the error says what that was. */
export function run(command, args, options = {}) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 64_000_000, ...options }).trim();
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim().split('\n').slice(-40).join('\n');
    throw new Error(`${command} ${args.join(' ')} failed${said ? `:\n${said}` : `: ${error.message}`}`);
  }
}

/** Prints what is done, and how long it took. */
export async function step(name, work) {
  const start = performance.now();
  const result = await work();
  console.log(`ok     ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
  return result;
}

/** What is used, and the package of Debian it is in. */
const packages = {
  podman: 'podman',
  runc: 'runc',
  netavark: 'netavark',
  'aardvark-dns': 'aardvark-dns',
  iptables: 'iptables',
  ip: 'iproute2',
  debootstrap: 'debootstrap',
  busybox: 'busybox-static',
  caddy: 'caddy',
  'nats-server': 'nats-server',
  pg_isready: 'postgresql-client',
};

/** Why the containers cannot run here; undefined when they can. */
export function missing() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return 'they run as root on Linux';
  const lacking = Object.keys(packages).filter((program) => !find(program) && !existsSync(`/usr/lib/podman/${program}`));
  if (lacking.length === 0) return undefined;
  const those = [...new Set(lacking.map((program) => packages[program]))].join(' ');
  return `there is no ${lacking.join(', no ')} here; apt-get install --no-install-recommends ${those}`;
}

/** podman with a storage of its own, settings for machines that allow little, and nothing of what is on the machine otherwise. */
export function settleIn() {
  mkdirSync(home, { recursive: true });
  const files = {
    // runc, as crun does not take mixed control groups; no limits above those of this machine; no systemd to ask.
    'containers.conf': `[containers]
default_ulimits = ["nofile=20000:20000", "nproc=10000:10000"]
log_driver = "k8s-file"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[network]
network_backend = "netavark"
network_config_dir = "${home}/networks"
`,
    'storage.conf': `[storage]\ndriver = "overlay"\ngraphroot = "${home}/storage"\nrunroot = "${home}/run"\n`,
    'registries.conf': 'unqualified-search-registries = ["docker.io"]\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(home, name), content);
  process.env.CONTAINERS_CONF = join(home, 'containers.conf');
  process.env.CONTAINERS_STORAGE_CONF = join(home, 'storage.conf');
  process.env.CONTAINERS_REGISTRIES_CONF = join(home, 'registries.conf');
}

export const podman = (...args) => run('podman', args);
