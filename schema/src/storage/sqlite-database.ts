import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { insideExecutable } from './product-files.ts';

let addon: object | undefined;

/** Opens a SQLite file. */
export function openDatabase(file: string, options: Sqlite.Options): Sqlite.Database {
  if (insideExecutable) addon ??= unpackAddon(insideExecutable.read('better_sqlite3.node'), dirname(file));
  return new Sqlite(file, { ...options, ...(addon && { nativeBinding: addon as unknown as string }) }); // its types know paths only
}

/**
 * The system loads libraries from files only, and the directory of the database is where we may write. Made anew at each start and gone
 * once loaded: there is nothing another could have put there, and several versions can start side by side.
 */
function unpackAddon(content: Buffer, directory: string): object {
  const file = join(directory, `.sqlite-${randomUUID()}.node`);
  const module = { exports: {} };
  try {
    writeFileSync(file, content, { mode: 0o500, flag: 'wx' });
    process.dlopen(module, file);
  } catch (error) {
    throw new Error(
      `SQLite cannot be loaded from ${directory}: ${(error as Error).message}. The directory has to be writable, and not mounted noexec.`,
    );
  } finally {
    rmSync(file, { force: true });
  }
  return module.exports;
}
