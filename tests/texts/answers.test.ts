import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { answers } from '@jetbridge/schema';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

it('every sentence of the server that is translated is one the server still says', async () => {
  let source = '';
  for await (const file of glob('{gateway/src,schema/src/rules,schema/src/events}/**/*.ts', { cwd: root }))
    if (!file.endsWith('.test.ts')) source += readFileSync(new URL(file, root), 'utf8');
  expect(answers.filter((answer) => !source.includes(answer))).toEqual([]);
});
