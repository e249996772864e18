import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';

const sniffedBytes = 64 * 1024;
const mostInRow = 1024 * 1024; // a quotation mark that never closes would otherwise take in the rest of the file
const separators = [',', ';', '\t'];
const nothing = new Set(['NULL', '\\N']); // how phpMyAdmin and MySQL write it

/** A file that cannot be read as CSV; where, and what to do, in a sentence. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Accepted spellings of each column, in lower case. */
export type Columns<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export interface Row<Field extends string> {
  /** Where it begins in the file, the header being line 1. */
  line: number;
  /** Bytes of the file up to its end. */
  bytes: number;
  /** Trimmed; empty where the file has no such column. */
  cells: Readonly<Record<Field, string>>;
  /** Why it cannot be used, whatever is in it. */
  broken: string | undefined;
}

/** The names in the first row of a file, in lower case. */
export async function headerOf(file: string): Promise<string[]> {
  for await (const { names } of records(file)) return names;
  return [];
}

/** The rows of a file as they are read, no faster than they are asked for. */
export async function* readRows<Field extends string>(file: string, columns: Columns<Field>): AsyncGenerator<Row<Field>> {
  let places: [Field, number][] | undefined;
  let width = 0;
  for await (const { names, line, bytes } of records(file, (header) => {
    width = header.length;
    places = (Object.entries(columns) as [Field, readonly string[]][]).map(([field, spellings]) => [
      field,
      spellings.map((name) => header.indexOf(name)).find((index) => index >= 0) ?? -1,
    ]);
  })) {
    const cells = Object.fromEntries(places!.map(([field, index]) => [field, cellOf(names[index])])) as Record<Field, string>;
    let broken: string | undefined;
    if (names.length !== width) broken = `This row has ${names.length} columns, the header has ${width}.`;
    else if (names.some((cell) => cell.includes('\uFFFD'))) broken = 'This row is not UTF-8; save the file in that encoding.';
    yield { line, bytes, cells, broken };
  }
}

function cellOf(value = ''): string {
  const trimmed = value.trim();
  return nothing.has(trimmed) ? '' : trimmed;
}

interface Found {
  names: string[];
  line: number;
  bytes: number;
}

/** Without `onHeader` the header is the first record. */
async function* records(file: string, onHeader?: (names: string[]) => void): AsyncGenerator<Found> {
  let parsed = 0; // lines of the records that were made, which may wait to be asked for
  const parser = parse({
    delimiter: await separatorOf(file),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostInRow,
    on_record: (record: string[], { lines }) => {
      parsed = lines;
      return record;
    },
  });
  const source = createReadStream(file);
  pipeline(source, parser, () => {}); // what fails ends the parser, and is thrown below
  let [line, header] = [1, true];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const first = header;
      header = false;
      const names = first ? record.map((name) => name.trim().toLowerCase()) : record;
      if (first && onHeader) onHeader(names);
      else yield { names, line, bytes: info.bytes };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(
      `${basename(file)}: from line ${parsed + 1} on it cannot be read, a quotation mark there is not closed or not doubled. Mend it and run this again.`,
    );
  } finally {
    source.destroy();
  }
}

/** Whichever of comma, semicolon and tab is in the first line most often, outside quotation marks. */
async function separatorOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    const [line = ''] = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/"[^"]*"/g, '')
      .split(/\r?\n/, 1);
    const count = (separator: string) => line.split(separator).length;
    return separators.toSorted((a, b) => count(b) - count(a))[0]!;
  } finally {
    await handle.close();
  }
}
