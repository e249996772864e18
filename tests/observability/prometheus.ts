import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@jetbridge/schema/testing';
import { stringify } from 'yaml';
import { alertsFile } from './shipped.ts';

export interface Prometheus extends AsyncDisposable {
  /** The value of an expression now; undefined where nothing fits. */
  ask(expr: string): Promise<number | undefined>;
  /** Names of the alerts that fire now. */
  firing(): Promise<string[]>;
}

/** A real Prometheus with the alerts as they ship, which looks every second. */
export async function startPrometheus(binary: string, targets: string[]): Promise<Prometheus> {
  const home = await mkdtemp(join(tmpdir(), 'jetbridge-prometheus-'));
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [alertsFile],
    scrape_configs: [{ job_name: 'jetbridge', static_configs: [{ targets }] }],
  };
  await writeFile(join(home, 'prometheus.yaml'), stringify(config));
  const port = await freePort();
  const args = [`--config.file=${home}/prometheus.yaml`, `--storage.tsdb.path=${home}/data`, `--web.listen-address=127.0.0.1:${port}`];
  const child = spawn(binary, args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    if (line.includes('Server is ready')) break;
  }
  if (child.exitCode !== null) throw new Error(`prometheus ended:\n${lines.join('\n')}`);
  child.stderr.resume();
  const get = async (path: string) => {
    const answer = (await (await fetch(`http://127.0.0.1:${port}/api/v1/${path}`)).json()) as { status: string; data: unknown };
    if (answer.status !== 'success') throw new Error(JSON.stringify(answer));
    return answer.data;
  };
  return {
    ask: async (expr) => {
      const { result } = (await get(`query?query=${encodeURIComponent(expr)}`)) as { result: { value: [number, string] }[] };
      return result[0] && Number(result[0].value[1]);
    },
    firing: async () => {
      const { alerts } = (await get('alerts')) as { alerts: { state: string; labels: { alertname: string } }[] };
      return alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
    },
    [Symbol.asyncDispose]: async () => {
      process.off('exit', onExit);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}
