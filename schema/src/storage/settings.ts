import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where things are kept, the same for every role of the product. */
export interface StorageSettings {
  dataDir: string;
  /** A `postgres://` URL, or the path of a SQLite file. */
  databaseUrl: string;
  /** At least 32 characters each; the first signs, the others still verify. */
  secrets: string[];
  /** The file the secret was made in; absent when it was given. */
  secretFile?: string;
  /** Where hints between processes travel. `JETBRIDGE_NATS_URL`; without it each process hears only itself, and sweeps. */
  natsUrl?: string | null;
  /** Bring the database to the newest schema; else wait until somebody did. `JETBRIDGE_MIGRATE`, default on. */
  migrate?: boolean;
}

const leastSecretLength = 32;

/**
 * Reads the storage settings from an environment, adding every problem found to `problems`.
 * Without JETBRIDGE_SECRET a secret is made once and kept in the data directory, readable by its owner only.
 */
export function readStorageSettings(
  env: Record<string, string | undefined>,
  problems: string[],
  flags: { dataDir?: string; migrate?: boolean } = {},
): StorageSettings {
  const dataDir = resolve(
    flags.dataDir ?? env.JETBRIDGE_DATA_DIR ?? join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'jetbridge'),
  );
  const databaseUrl = secretValue(env, 'JETBRIDGE_DATABASE_URL', problems) ?? join(dataDir, 'jetbridge.db');
  const given = secretValue(env, 'JETBRIDGE_SECRET', problems)
    ?.split(',')
    .map((secret) => secret.trim());
  for (const secret of given ?? []) {
    if (secret.length < leastSecretLength || new Set(secret).size < 8) {
      problems.push(
        `JETBRIDGE_SECRET is too weak: use at least ${leastSecretLength} random characters, such as from \`openssl rand -base64 32\`.`,
      );
    }
  }
  const natsUrl = secretValue(env, 'JETBRIDGE_NATS_URL', problems) ?? null;
  if (natsUrl?.split(',').some((server) => !/^(nats|tls):[/][/]/.test(server.trim()) || !URL.canParse(server.trim()))) {
    problems.push('JETBRIDGE_NATS_URL must be nats://HOST:PORT or tls://HOST:PORT, several separated by commas.');
  }
  const migrate = flags.migrate ?? !/^(0|false|off|no)$/i.test(env.JETBRIDGE_MIGRATE ?? 'on');
  if (given) return { dataDir, databaseUrl, natsUrl, migrate, secrets: given };
  const secretFile = join(dataDir, 'secret.key');
  return { dataDir, databaseUrl, natsUrl, migrate, secretFile, secrets: problems.length > 0 ? [] : [secretOf(secretFile, problems)] };
}

/** `NAME`, or the content of the file that `NAME_FILE` names. */
export function secretValue(env: Record<string, string | undefined>, name: string, problems: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    problems.push(`${name}_FILE cannot be read: ${(error as Error).message}.`);
    return undefined;
  }
}

function secretOf(file: string, problems: string[]): string {
  const dataDir = dirname(file);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    problems.push(`The data directory ${dataDir} cannot be used: ${(error as Error).message}.`);
    return '';
  }
}
