import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getAsset, getRawAsset, isSea } from 'node:sea';

/** What came with the product besides its code, by path from the product's root: on the disk, or inside the one executable. */
export interface ProductFiles {
  /** The files below a folder, by their paths in it; none when there is no such folder. Hidden ones are nobody's business. */
  list(folder: string): string[];
  read(path: string): Buffer;
}

/** @param root of the product on the disk; the executable has no use for it */
export function productFiles(root: string): ProductFiles {
  return insideExecutable ?? onDisk(root);
}

/** Null where the product runs from its files. See infra/binary/executable.mjs for how they are packed. */
export const insideExecutable: ProductFiles | null = isSea() ? packed() : null;

function packed(): ProductFiles {
  const places = JSON.parse(getAsset('places.json', 'utf8')) as Record<string, [offset: number, length: number]>;
  const paths = Object.keys(places);
  const files = getRawAsset('files'); // the executable's own pages, not a copy
  return {
    list: (folder) => visible(paths.flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []))),
    read: (path) => Buffer.from(files, ...places[path]!),
  };
}

function onDisk(root: string): ProductFiles {
  return {
    list: (folder) => {
      const directory = join(root, folder);
      if (!existsSync(directory)) return [];
      const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
      return visible(
        entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(join(directory, '/').length)] : [])),
      );
    },
    read: (path) => readFileSync(join(root, path)),
  };
}

function visible(paths: string[]): string[] {
  return paths.filter((path) => !/(?:^|\/)\./.test(path)).sort();
}
