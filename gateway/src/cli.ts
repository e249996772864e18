import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { serve } from './serve.ts';
import { version } from './version.ts';

const usage = `Jetbridge ${version}

Usage: jetbridge [command] [options]

Commands
  serve      migrate the database, start, and print where to go (the default)
  version    print the version
  help       print this

Options of serve
  --data-dir DIR   where the data is kept      (JETBRIDGE_DATA_DIR)
  --host ADDRESS   address to listen on        (JETBRIDGE_HOST, 127.0.0.1)
  --port PORT      port to listen on           (JETBRIDGE_PORT, 4000)
  --roles LIST     gateway, projector, or both (JETBRIDGE_ROLES)
  --demo           add two airlines with members and PIREPs, and print their accounts
`;

/** Runs the command line. Wrong words print the usage and exit with 64 (EX_USAGE). */
export async function runCli(args: string[]): Promise<void> {
  const { command, options } = readArguments(args);
  switch (command) {
    case 'serve':
      return serve(readConfig({ dataDir: options['data-dir'], port: options.port, host: options.host, roles: options.roles }), {
        demo: options.demo,
      });
    case 'version':
      console.log(version);
      return;
    case 'help':
      console.log(usage);
      return;
    default:
      misuse(`There is no command "${command}".`);
  }
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
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    const command = values.help ? 'help' : values.version ? 'version' : (positionals[0] ?? 'serve');
    return { command, options: values };
  } catch (error) {
    return misuse((error as Error).message);
  }
}

function misuse(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(64);
}
