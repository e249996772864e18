import { type MailSettings, readMailSettings, readStorageSettings, type StorageSettings } from '@jetbridge/schema/storage';

/** Every problem at once, then exit 78 (EX_CONFIG). */
export function readConfig(args: readonly string[], env = process.env): StorageSettings & MailSettings {
  const problems: string[] = [];
  const settings = {
    ...readStorageSettings(env, problems, args.includes('--no-migrate') ? { migrate: false } : {}),
    ...readMailSettings(env, problems),
  };
  if (problems.length === 0) return settings;
  for (const problem of problems) console.error(problem);
  process.exit(78);
}
