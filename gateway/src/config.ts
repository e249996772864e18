import { isIP } from 'node:net';
import { type MailSettings, readMailSettings, readStorageSettings, type StorageSettings, secretValue } from '@jetbridge/schema/storage';
import { type LogSettings, readLogSettings, readTelemetrySettings, type TelemetrySettings } from '@jetbridge/schema/telemetry';

export interface Config extends StorageSettings, MailSettings, TelemetrySettings, LogSettings {
  /** Address to listen on. `JETBRIDGE_HOST`, default 127.0.0.1. */
  host: string;
  /** Port to listen on; 0 takes any free one. `JETBRIDGE_PORT`, default 4000. */
  port: number;
  /** Where a projector alone answers `/livez` and `/readyz`: the port, when one was said. Else nowhere: any number run on one machine. */
  healthPort?: number;
  /** Where people reach the product, without a trailing slash. `JETBRIDGE_PUBLIC_URL`; default http://HOST:PORT. */
  publicUrl: string | null;
  /** Parts of the product this process runs. `JETBRIDGE_ROLES`, default `gateway,projector`. */
  roles: ReadonlySet<Role>;
  /** Serve /graphiql. `JETBRIDGE_GRAPHIQL`; default on, off where the public URL is that of a real host. */
  graphiql: boolean;
  /** Tell the API's schema to who asks, and what they may have meant. `JETBRIDGE_INTROSPECTION`, default like GraphiQL. */
  introspection: boolean;
  /** Addresses or networks (CIDR) whose X-Forwarded-* we believe, separated by commas. `JETBRIDGE_TRUSTED_PROXIES`, default none. */
  trustedProxies: readonly string[];
  /** Pages of other origins that may use the API, with the person's cookies; exact, separated by commas. `JETBRIDGE_CORS_ORIGINS`, default none. */
  corsOrigins: readonly string[];
  /** Days between asking for an account's deletion and its erasure. `JETBRIDGE_DELETION_GRACE_DAYS`, default 7; 0 erases at once. */
  deletionGraceDays: number;
  /** Who reads `/metrics` sends it as a bearer token, 16 characters or more. `JETBRIDGE_METRICS_TOKEN`; without it, `/metrics` is answered at home only, like GraphiQL. */
  metricsToken: string | null;
  /** Answer `/metrics` to everybody where there is no token: at home. */
  openMetrics: boolean;
}

export type Role = 'gateway' | 'projector';

/** Flags win over the environment. Prints every problem at once and exits with 78 (EX_CONFIG). */
export function readConfig(
  flags: { dataDir?: string; port?: string; host?: string; roles?: string; migrate?: boolean } = {},
  env = process.env,
): Config {
  const problems: string[] = [];
  const saidPort = flags.port ?? env.JETBRIDGE_PORT;
  const port = Number(saidPort ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('JETBRIDGE_PORT must be a port number from 0 to 65535.');
  const publicUrl = env.JETBRIDGE_PUBLIC_URL?.replace(/\/+$/, '') || null;
  if (publicUrl && !/^https?:\/\/[^/]+/.test(publicUrl)) problems.push('JETBRIDGE_PUBLIC_URL must be an http or https URL.');
  const roles = (flags.roles ?? env.JETBRIDGE_ROLES ?? 'gateway,projector').split(',').map((role) => role.trim());
  for (const role of roles) {
    if (role !== 'gateway' && role !== 'projector') problems.push(`JETBRIDGE_ROLES knows gateway and projector, not "${role}".`);
  }
  const deletionGraceDays = Number(env.JETBRIDGE_DELETION_GRACE_DAYS ?? 7);
  if (!Number.isInteger(deletionGraceDays) || deletionGraceDays < 0 || deletionGraceDays > 90) {
    problems.push('JETBRIDGE_DELETION_GRACE_DAYS must be a whole number of days from 0 to 90.');
  }
  const trustedProxies = listed(env.JETBRIDGE_TRUSTED_PROXIES);
  for (const proxy of trustedProxies) {
    if (!isNetwork(proxy)) problems.push(`JETBRIDGE_TRUSTED_PROXIES takes addresses and networks such as 10.0.0.0/8, not "${proxy}".`);
  }
  const corsOrigins = listed(env.JETBRIDGE_CORS_ORIGINS);
  for (const origin of corsOrigins) {
    if (!isOrigin(origin)) problems.push(`JETBRIDGE_CORS_ORIGINS takes exact origins such as https://ops.example.org, not "${origin}".`);
  }
  const onAtHome = !publicUrl || isLoopback(publicUrl);
  const graphiql = switched('JETBRIDGE_GRAPHIQL', env, onAtHome, problems);
  const introspection = switched('JETBRIDGE_INTROSPECTION', env, onAtHome, problems);
  const metricsToken = secretValue(env, 'JETBRIDGE_METRICS_TOKEN', problems) ?? null;
  if (metricsToken !== null && !/^\S{16,}$/.test(metricsToken))
    problems.push('JETBRIDGE_METRICS_TOKEN has 16 characters or more, and no spaces.');
  const storage = readStorageSettings(env, problems, flags);
  const mail = readMailSettings(env, problems);
  const telemetry = readTelemetrySettings(env, problems);
  const log = readLogSettings(env, problems);
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    process.exit(78);
  }
  return {
    ...storage,
    ...mail,
    ...telemetry,
    ...log,
    deletionGraceDays,
    host: flags.host ?? env.JETBRIDGE_HOST ?? '127.0.0.1',
    port,
    healthPort: saidPort === undefined ? undefined : port,
    publicUrl,
    roles: new Set(roles as Role[]),
    graphiql,
    introspection,
    metricsToken,
    openMetrics: onAtHome,
    trustedProxies,
    corsOrigins,
  };
}

function listed(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((item) => item.trim() || []);
}

function switched(name: string, env: NodeJS.ProcessEnv, otherwise: boolean, problems: string[]): boolean {
  const value = env[name] || (otherwise ? 'on' : 'off');
  const on = /^(1|true|on|yes)$/i.test(value);
  if (!on && !/^(0|false|off|no)$/i.test(value)) problems.push(`${name} is on or off, not "${value}".`);
  return on;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
