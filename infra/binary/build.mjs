// The product as one file for Linux, with nothing beside it: out/jetbridge-linux-x64 and -arm64, SHA256SUMS and a bill of materials
// (CycloneDX). `--arch x64` makes one of them only. Needs what `npm run build` made.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { makeExecutable } from './executable.mjs';
import { billOfMaterials } from './sbom.mjs';

const known = ['x64', 'arm64'];
const { arch: architectures } = parseArgs({ options: { arch: { type: 'string', multiple: true, default: known } } }).values;
const wrong = architectures.find((arch) => !known.includes(arch));
if (wrong) fail(`--arch is ${known.join(' or ')}, not "${wrong}".`);
if (process.platform !== 'linux') fail(`The executable is made on Linux only, this is ${process.platform}.`);

mkdirSync('out', { recursive: true });
const folder = mkdtempSync('out/.parts-');
try {
  const code = join(folder, 'jetbridge.cjs');
  const packages = await bundle(code);
  const files = [];
  for (const arch of architectures) {
    const file = `out/jetbridge-linux-${arch}`;
    await makeExecutable({ arch, bundle: code, folder, file });
    files.push(file);
  }
  writeFileSync('out/jetbridge.cdx.json', `${JSON.stringify(billOfMaterials(packages, folder), null, 1)}\n`);
  files.push('out/jetbridge.cdx.json');
  const sums = files.map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`);
  writeFileSync('out/SHA256SUMS', sums.join(''));
  for (const file of files) console.log(`${file}  ${(statSync(file).size / 1e6).toFixed(1)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function fail(message) {
  console.error(message);
  process.exit(64);
}
