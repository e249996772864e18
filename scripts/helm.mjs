// Brings the Helm that tests/helm checks the chart with: a Helm 4 on PATH, or one that is built here, once, where Go is there. Where it is not,
// those tests are skipped and say so. Node 20 runs this, too: CI starts it beside the checks.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = 'v4.3.1';
const runtime = join(dirname(dirname(fileURLToPath(import.meta.url))), '.runtime');
const kept = join(runtime, `helm-${version}`);
// Where Go's own installer puts it is not on everybody's PATH.
const go = ['go', '/usr/local/go/bin/go'].find((command) => output(command, ['version']));

if (process.argv[1] === fileURLToPath(import.meta.url) && !findHelm().path && go) build();

/** @returns {{ path?: string, missing?: string }} where it is, or why it is not there */
export function findHelm() {
  const onPath = output('helm', ['version', '--template', '{{.Version}}']);
  if (onPath?.startsWith('v4.')) return { path: 'helm' };
  const built = join(kept, 'helm');
  if (existsSync(built)) return { path: built };
  const found = onPath ? `Helm ${onPath} is not Helm 4` : 'there is no Helm here';
  return { missing: go ? `${found}; \`node scripts/helm.mjs\` builds it` : `${found}, and no Go to build it with` };
}

function build() {
  console.log(`Building Helm ${version} with Go, to check the chart. It is done once and takes a few minutes.`);
  const work = join(runtime, 'go'); // modules and cache, more than a gigabyte
  const env = { ...process.env, GOBIN: kept, GOPATH: work, GOCACHE: join(work, 'cache'), GOFLAGS: '-modcacherw', CGO_ENABLED: '0' };
  // Unoptimised it takes three quarters of the time to compile, and no more to render a chart.
  const args = ['install', '-gcflags=all=-N -l', '-ldflags=-s -w', `helm.sh/helm/v4/cmd/helm@${version}`];
  const { status, stderr, error } = spawnSync(go, args, { env, encoding: 'utf8', maxBuffer: 64_000_000 });
  rmSync(work, { recursive: true, force: true });
  if (status !== 0) console.log(`Helm could not be built: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
}

function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
