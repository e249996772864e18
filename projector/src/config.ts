import { type MailSettings, readMailSettings, readStorageSettings, type StorageSettings } from '@jetbridge/schema/storage';
import { type LogSettings, readLogSettings, readTelemetrySettings, type TelemetrySettings } from '@jetbridge/schema/telemetry';

type Settings = StorageSettings & MailSettings & TelemetrySettings & LogSettings;

/** Every problem at once, then exit 78 (EX_CONFIG). */
export function readConfig(args: readonly string[], env = process.env): Settings {
  const problems: string[] = [];
  const settings = {
    ...readStorageSettings(env, problems, args.includes('--no-migrate') ? { migrate: false } : {}),
    ...readMailSettings(env, problems),
    ...readTelemetrySettings(env, problems),
    ...readLogSettings(env, problems),
  };
  if (problems.length === 0) return settings;
  for (const problem of problems) console.error(problem);
  process.exit(78);
}
