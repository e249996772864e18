import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Table, tableWith } from './phpvms-columns.ts';
import { headerOf, Unreadable } from './reading.ts';

export interface SourceFile {
  path: string;
  name: string;
  bytes: number;
}

/** What files of a folder are called, the prefix of a table aside. A single file is told by its header, whatever its name. */
const names: Record<string, Table> = { users: 'pilots', pilots: 'pilots', pireps: 'pireps', aircraft: 'aircraft', ranks: 'ranks' };

/** The tables in a folder, or the one in a file. */
export async function findTables(path: string): Promise<Map<Table, SourceFile>> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Unreadable(`There is no file or folder ${path}.`);
  const files = found.isDirectory() ? (await readdir(path)).filter((name) => tableNamed(name)).map((name) => join(path, name)) : [path];
  const tables = new Map<Table, SourceFile>();
  for (const file of files.toSorted()) {
    const [name, header] = [basename(file), await headerOf(file)];
    const table = tableWith(header);
    if (!table || (found.isDirectory() && table !== tableNamed(name))) {
      throw new Unreadable(`${name} does not have the columns of ${tableNamed(name) ?? 'a table that is imported'} in its first line.`);
    }
    const other = tables.get(table);
    if (other) throw new Unreadable(`Both ${other.name} and ${name} are ${table}; leave one of them.`);
    tables.set(table, { path: file, name, bytes: (await stat(file)).size });
  }
  if (!tables.has('pilots') && !tables.has('pireps') && !tables.has('ranks')) {
    throw new Unreadable(`There is neither users.csv nor pireps.csv in ${path}.`);
  }
  return tables;
}

/** `phpvms_pireps.csv` too: phpMyAdmin names files after tables. */
function tableNamed(file: string): Table | undefined {
  if (extname(file).toLowerCase() !== '.csv') return undefined;
  return names[basename(file.toLowerCase(), '.csv').split('_').at(-1)!];
}
