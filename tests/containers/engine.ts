import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

const lookEveryMs = 100;
const startedAgainWithinMs = 60_000;

/** Of compose.yaml, in the order in which they are killed; NATS and PostgreSQL last, when everybody has been killed once. */
export const containers = ['gateway-1', 'projector-1', 'gateway-2', 'projector-2', 'nats-1', 'postgres-1'].map(
  (name) => `jetbridge-${name}`,
);

/** As `kill -9` does to its first process, and with it to all of them. Resolves when the engine has started it again by itself. */
export async function kill(container: string): Promise<void> {
  const before = pidOf(container);
  process.kill(before, 'SIGKILL');
  const late = Date.now() + startedAgainWithinMs;
  for (let pid = before; pid === before || pid === 0; pid = pidOf(container)) {
    if (Date.now() > late) throw new Error(`${container} was not started again`);
    await after(lookEveryMs);
  }
}

/** Where PostgreSQL is reached from the machine the containers run on. */
export function databaseUrl(): string {
  const address = inspect('jetbridge-postgres-1', '{{(index .NetworkSettings.Networks "jetbridge_back").IPAddress}}');
  return secret('database-url').replace('@postgres:', `@${address}:`);
}

/** As the containers have it. */
export function secret(name: string): string {
  return readFileSync(`${process.env.JETBRIDGE_SECRETS}/${name}`, 'utf8').trim();
}

function pidOf(container: string): number {
  return Number(inspect(container, '{{.State.Pid}}'));
}

function inspect(container: string, format: string): string {
  return execFileSync('podman', ['inspect', '--format', format, container], { encoding: 'utf8' }).trim();
}
