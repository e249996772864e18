import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableWith } from './phpvms-columns.ts';
import { findTables } from './phpvms-files.ts';
import { headerOf, readRows } from './reading.ts';

const columns = { id: ['id', 'pilotid'], name: ['name'] };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetbridge-csv-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function written(text: string | Buffer, name = 'users.csv'): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

async function read(text: string | Buffer) {
  const rows: object[] = [];
  for await (const { line, cells, broken } of readRows(await written(text), columns))
    rows.push({ line, ...cells, ...(broken && { broken }) });
  return rows as { line: number; id: string; name: string; broken?: string }[];
}

describe('a CSV file', () => {
  it.each([
    ['commas', 'id,other,name\n1,x,Ada\n'],
    ['semicolons', 'id;other;name\n1;x;Ada\n'],
    ['tabs', 'id\tother\tname\n1\tx\tAda\n'],
    ['a byte order mark and quoted names', '\uFEFF"ID","other; a;b","Name"\r\n"1","x"," Ada "\r\n'],
    ['empty lines', 'id,other,name\n\n1,x,Ada\n\n'],
  ])('is read with %s', async (_, text) => expect(await read(text)).toMatchObject([{ id: '1', name: 'Ada' }]));

  it('tells lines as an editor counts them, quoted line breaks included', async () => {
    expect(await read('id,name\n1,"Ada\nLovelace"\n2,"say ""hi"", Grace"\n3,NULL\n4,\\N\n')).toEqual([
      { line: 2, id: '1', name: 'Ada\nLovelace' },
      { line: 4, id: '2', name: 'say "hi", Grace' },
      { line: 5, id: '3', name: '' },
      { line: 6, id: '4', name: '' },
    ]);
  });

  it('tells rows that are too short, and those in another encoding, and goes on', async () => {
    const rows = await read(Buffer.from('id,name\n1\n2,Bj\xF8rn\n3,Ada\n', 'latin1'));
    expect(rows.map(({ broken }) => broken)).toEqual([
      'This row has 1 columns, the header has 2.',
      'This row is not UTF-8; save the file in that encoding.',
      undefined,
    ]);
  });

  it('ends at a quotation mark that is wrong, with the line it is in', async () => {
    await expect(read('id,name\n1,Ada\n2,"Grace\n3,Alan\n')).rejects.toThrow(
      /^users.csv: from line 3 on it cannot be read, a quotation mark/,
    );
    await expect(read('id,name\n1,"Ada" L\n')).rejects.toThrow('from line 2 on');
  });

  it('is known by its columns', async () => {
    expect(tableWith(await headerOf(await written('pilotid,firstname,lastname,email\n')))).toBe('pilots');
    expect(tableWith(['id', 'user_id', 'flight_number', 'dpt_airport_id', 'arr_airport_id'])).toBe('pireps');
    expect(tableWith(['pirepid', 'pilotid', 'code', 'flightnum', 'depicao', 'arricao'])).toBe('pireps');
    expect(tableWith(['rankid', 'rank', 'minhours'])).toBe('ranks');
    expect(tableWith(['id', 'icao', 'name'])).toBeUndefined();
  });

  it('is found in a folder by its name, with the prefix of the database', async () => {
    await written('id,email\n', 'phpvms_users.csv');
    await written('id,icao,registration\n', 'aircraft.csv');
    await written('whatever', 'notes.txt');
    expect([...(await findTables(folder)).keys()].toSorted()).toEqual(['aircraft', 'pilots']);
    await written('id,email\n', 'pilots.csv');
    await expect(findTables(folder)).rejects.toThrow('Both phpvms_users.csv and pilots.csv are pilots');
    await expect(findTables(await written('a,b\n', 'other.csv'))).rejects.toThrow('does not have the columns');
    await expect(findTables(join(folder, 'nowhere'))).rejects.toThrow('no file or folder');
  });
});
