import { parseArgs } from 'node:util';
import { weightUnits } from '@jetbridge/schema';
import { type Config, readConfig } from './config.ts';
import type { ImportOptions } from './verbs/import.ts';
import { version } from './version.ts';

const usage = `Jetbridge ${version}

Usage: jetbridge [command] [options]

Commands
  serve                 migrate the database, start, and print where to go (the default)
  migrate               bring the database to the schema of this release
  projections list      how far the read models are
  projections rebuild   make the read models anew from the log, while the product serves
  projections retry     try again now where the read models stand still
  doctor                say what is wrong now, and whether log and read models are what they must be
  backup FILE           everything in one file, while the product runs
  restore FILE          make the installation of a backup again, in an empty database
  import phpvms PATH    pilots and PIREPs of a phpVMS, from its tables as CSV in a folder or a file
  secrets renew         seal what is kept under the first of several secrets, so that the others can go
  version               print the version
  help                  print this

Options
  --data-dir DIR   where the data is kept      (JETBRIDGE_DATA_DIR)

Options of serve
  --host ADDRESS   address to listen on        (JETBRIDGE_HOST, 127.0.0.1)
  --port PORT      port to listen on           (JETBRIDGE_PORT, 4000)
  --roles LIST     gateway, projector, or both (JETBRIDGE_ROLES)
  --no-migrate     wait until somebody migrated the database (JETBRIDGE_MIGRATE=off)
  --demo           add two airlines with members and PIREPs, and print their accounts

Options of doctor
  --pirep ID       say why this PIREP is not on somebody's screen instead

Options of import
  --airline CODE   the airline it goes into, which is there already
  --dry-run        say what would become of each row, and write nothing
  --report FILE    a CSV that says what became of each row
  --fuel-unit UNIT what fuel is counted in: LB (the default) or KG
`;

type Options = ReturnType<typeof readArguments>['options'];

/** What each command does; those that are rarely used are loaded when they are. */
const commands: Record<string, (options: Options, argument: string) => Promise<void> | void> = {
  serve: async (options) => (await import('./serve.ts')).serve(configOf(options), { demo: options.demo }),
  migrate: async (options) => (await import('./verbs/migrate.ts')).migrate(configOf(options)),
  'projections list': async (options) => (await import('./verbs/projections.ts')).listProjections(configOf(options)),
  'projections rebuild': async (options) => (await import('./verbs/projections.ts')).rebuildProjections(configOf(options)),
  'projections retry': async (options) => (await import('./verbs/projections.ts')).retryProjections(configOf(options)),
  doctor: async (options) =>
    options.pirep === undefined
      ? (await import('./verbs/doctor.ts')).doctor(configOf(options))
      : (await import('./verbs/why-not-seen.ts')).whyNotSeen(configOf(options), options.pirep),
  'backup FILE': async (options, file) => (await import('./verbs/backup.ts')).backup(configOf(options), file),
  'restore FILE': async (options, file) => (await import('./verbs/backup.ts')).restore(configOf(options), file),
  'import phpvms FILE': async (options, path) =>
    (await import('./verbs/import.ts')).importFrom(configOf(options), path, importOptions(options)),
  'secrets renew': async (options) => (await import('./verbs/secrets.ts')).renewSecrets(configOf(options)),
  version: () => console.log(version),
  help: () => console.log(usage),
};

/** Runs the command line. Wrong words print the usage and exit with 64 (EX_USAGE). */
export async function runCli(args: string[]): Promise<void> {
  const { words, options } = readArguments(args);
  const command = commands[words.join(' ')] ?? commands[`${words.slice(0, -1).join(' ')} FILE`];
  if (command) return command(options, words.at(-1)!);
  const verb = [words.slice(0, 2).join(' '), words[0]].find((known) => commands[`${known} FILE`]);
  if (verb) return misuse(`${verb} needs the name of one file.`);
  misuse(`There is no command "${words.join(' ')}".`);
}

function configOf(options: Options): Config {
  const { host, port, roles } = options;
  return readConfig({ dataDir: options['data-dir'], host, port, roles, migrate: options['no-migrate'] ? false : undefined });
}

function importOptions({ airline, 'dry-run': dryRun, report, 'fuel-unit': unit = 'LB' }: Options): ImportOptions {
  if (!airline) return misuse('import phpvms needs --airline CODE.');
  const fuelUnit = weightUnits.find((known) => known === unit.toUpperCase());
  if (!fuelUnit) return misuse(`--fuel-unit is LB or KG, not "${unit}".`);
  return { airline, dryRun, report, fuelUnit };
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        roles: { type: 'string' },
        'no-migrate': { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        airline: { type: 'string' },
        pirep: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        report: { type: 'string' },
        'fuel-unit': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    const words = values.help ? ['help'] : values.version ? ['version'] : positionals.length > 0 ? positionals : ['serve'];
    return { words, options: values };
  } catch (error) {
    return misuse((error as Error).message);
  }
}

function misuse(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(64);
}
