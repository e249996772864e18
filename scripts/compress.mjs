import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from './bundles.mjs';

const text = /\.(?:html|js|css|json|svg|txt|webmanifest)$/;
const worthwhile = 1_000; // bytes; below that the headers of the answer weigh more than what is saved
const large = 1_000_000; // bytes; brotli's last step takes seconds per megabyte there for two per cent

/** Writes `<file>.br` and `<file>.gz` beside every text file below `folder`, so that no answer waits for a compressor. */
export async function precompress(folder) {
  for (const file of filesBelow(folder).filter((name) => text.test(name))) {
    const content = await readFile(file);
    if (content.length <= worthwhile) continue;
    const quality = content.length > large ? 9 : 11;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    const [br, gz] = await Promise.all([promisify(brotliCompress)(content, { params }), promisify(gzip)(content, { level: 9 })]);
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  }
}
