export interface LogSettings {
  /** How much is logged: trace, debug, info, warn, error or silent. `JETBRIDGE_LOG_LEVEL`, default info. */
  logLevel: LogLevel;
  /** Log lines as json, or as text for people to read. `JETBRIDGE_LOG_FORMAT`; without it text on a terminal, else json. */
  logFormat: LogFormat | null;
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const formats = ['json', 'text'] as const;

export type LogLevel = (typeof levels)[number];
export type LogFormat = (typeof formats)[number];

/**
 * Reads them from an environment, adding every problem found to `problems`. The default is info: that the database was migrated, that NATS is
 * there again and who was answered what is what an operator looks for first, and cannot be had afterwards.
 */
export function readLogSettings(env: Record<string, string | undefined>, problems: string[]): LogSettings {
  const logLevel = levels.find((level) => level === (env.JETBRIDGE_LOG_LEVEL || 'info'));
  if (!logLevel) problems.push(`JETBRIDGE_LOG_LEVEL must be one of ${levels.join(', ')}.`);
  const logFormat = formats.find((format) => format === env.JETBRIDGE_LOG_FORMAT) ?? null;
  if (env.JETBRIDGE_LOG_FORMAT && !logFormat) problems.push(`JETBRIDGE_LOG_FORMAT must be one of ${formats.join(', ')}.`);
  return { logLevel: logLevel ?? 'info', logFormat };
}
