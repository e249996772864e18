import { readStorageSettings, type StorageSettings } from '@jetbridge/schema/storage';

export interface Config extends StorageSettings {
  /** Address to listen on. `JETBRIDGE_HOST`, default 127.0.0.1. */
  host: string;
  /** `JETBRIDGE_PORT`, default 4000; 0 takes any free one. */
  port: number;
  /** Where people reach the product, without a trailing slash. `JETBRIDGE_PUBLIC_URL`; default http://HOST:PORT. */
  publicUrl: string | null;
  /** Parts of the product this process runs. `JETBRIDGE_ROLES`, default `gateway,projector`. */
  roles: ReadonlySet<Role>;
  /** Serve /graphiql. `JETBRIDGE_GRAPHIQL`, default on. */
  graphiql: boolean;
  /** `JETBRIDGE_LOG_LEVEL`, default warn: trace debug info warn error silent. */
  logLevel: string;
}

export type Role = 'gateway' | 'projector';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** Flags win over the environment. Prints every problem at once and exits with 78 (EX_CONFIG). */
export function readConfig(
  flags: { dataDir?: string; port?: string; host?: string; roles?: string; migrate?: boolean } = {},
  env = process.env,
): Config {
  const problems: string[] = [];
  const port = Number(flags.port ?? env.JETBRIDGE_PORT ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('JETBRIDGE_PORT must be a port number from 0 to 65535.');
  const publicUrl = env.JETBRIDGE_PUBLIC_URL?.replace(/\/+$/, '') || null;
  if (publicUrl && !/^https?:\/\/[^/]+/.test(publicUrl)) problems.push('JETBRIDGE_PUBLIC_URL must be an http or https URL.');
  const roles = (flags.roles ?? env.JETBRIDGE_ROLES ?? 'gateway,projector').split(',').map((role) => role.trim());
  for (const role of roles) {
    if (role !== 'gateway' && role !== 'projector') problems.push(`JETBRIDGE_ROLES knows gateway and projector, not "${role}".`);
  }
  const logLevel = env.JETBRIDGE_LOG_LEVEL ?? 'warn';
  if (!logLevels.includes(logLevel)) problems.push(`JETBRIDGE_LOG_LEVEL must be one of ${logLevels.join(', ')}.`);
  const storage = readStorageSettings(env, problems, flags);
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    process.exit(78);
  }
  return {
    ...storage,
    host: flags.host ?? env.JETBRIDGE_HOST ?? '127.0.0.1',
    port,
    publicUrl,
    roles: new Set(roles as Role[]),
    graphiql: !/^(0|false|off|no)$/i.test(env.JETBRIDGE_GRAPHIQL ?? 'on'),
    logLevel,
  };
}
