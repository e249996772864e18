import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where things are kept, the same for every role of the product. */
export interface StorageSettings {
  /** The directory of the data, made when it is not there. `JETBRIDGE_DATA_DIR`, default `$XDG_DATA_HOME/jetbridge`, else `~/.local/share/jetbridge`. */
  dataDir: string;
  /** A `postgres://` URL, or the path of a SQLite file. `JETBRIDGE_DATABASE_URL`, default `jetbridge.db` in the data directory. */
  databaseUrl: string;
  /** What signs sessions and seals personal data, 32 characters or more; after a comma, older ones that still count. `JETBRIDGE_SECRET`; without it one is made in the data directory. */
  secrets: string[];
  /** The file the secret was made in; absent when it was given. */
  secretFile?: string;
  /** Where hints between processes travel. `JETBRIDGE_NATS_URL`; without it each process hears only itself, and sweeps. */
  natsUrl?: string | null;
  /** Bring the database to the newest schema; else wait until somebody did. `JETBRIDGE_MIGRATE`, default on. */
  migrate?: boolean;
}

const leastSecretLength = 32;
const leastSecretLetters = 10; // different ones
/** What stands in examples until somebody replaces it. */
const placeholders =
  /change.?(me|this|it)|replace.?(me|this)|your.?secret|super.?secret|place.?holder|default|example|password|insecure|12345678|abcdefgh|qwerty/i;

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
  const value = secretValue(env, 'JETBRIDGE_SECRET', problems);
  const given = value === undefined ? undefined : checkedSecrets('JETBRIDGE_SECRET', value, problems);
  const natsUrl = secretValue(env, 'JETBRIDGE_NATS_URL', problems) ?? null;
  if (natsUrl?.split(',').some((server) => !/^(nats|tls):[/][/]/.test(server.trim()) || !URL.canParse(server.trim()))) {
    problems.push('JETBRIDGE_NATS_URL must be nats://HOST:PORT or tls://HOST:PORT, several separated by commas.');
  }
  const migrate = flags.migrate ?? !/^(0|false|off|no)$/i.test(env.JETBRIDGE_MIGRATE ?? 'on');
  if (given) return { dataDir, databaseUrl, natsUrl, migrate, secrets: given };
  const secretFile = join(dataDir, 'secret.key');
  return { dataDir, databaseUrl, natsUrl, migrate, secretFile, secrets: problems.length > 0 ? [] : keptSecrets(secretFile, problems) };
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

/** One, or several of which the first is current: a comma or a line break separates them. */
export function secretsIn(text: string): string[] {
  return text
    .split(/[,\r\n]/)
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
}

/** Says which one is wrong and why, and never what it is. */
function checkedSecrets(name: string, text: string, problems: string[]): string[] {
  const secrets = secretsIn(text);
  if (secrets.length === 0) problems.push(`${name} is empty.`);
  for (const [index, secret] of secrets.entries()) {
    const which = secrets.length === 1 ? name : `${name}, secret ${index + 1} of ${secrets.length} (a comma separates them)`;
    const advice = `use at least ${leastSecretLength} random characters, such as from \`openssl rand -base64 32\`.`;
    if (secret.length < leastSecretLength || new Set(secret).size < leastSecretLetters || /^(.{1,16})\1+$/.test(secret)) {
      problems.push(`${which} is too weak: ${advice}`);
    } else if (placeholders.test(secret)) problems.push(`${which} is one of an example: ${advice}`);
  }
  if (new Set(secrets).size < secrets.length) problems.push(`${name} has the same secret twice.`);
  return secrets;
}

/** Several processes may start at once on an empty directory: all take the one that was there first, and whole. */
function keptSecrets(file: string, problems: string[]): string[] {
  const dataDir = dirname(file);
  const mine = `${file}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) {
      writeFileSync(mine, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
      try {
        linkSync(mine, file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      rmSync(mine);
    }
    return checkedSecrets(file, readFileSync(file, 'utf8'), problems);
  } catch (error) {
    problems.push(`The data directory ${dataDir} cannot be used: ${(error as Error).message}.`);
    return [];
  }
}
