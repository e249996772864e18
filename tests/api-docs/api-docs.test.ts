import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildBareSchema } from '../../gateway/src/graphql/build-schema.ts';
import { startProductWithMail } from '../../gateway/src/testing/product-with-mail.ts';
import { Recorder } from './recorder.ts';
import { render } from './render.ts';
import { walk } from './walk.ts';

const file = fileURLToPath(new URL('../../docs/api.md', import.meta.url));

it('docs/api.md says what the product answers, for every operation', async () => {
  await using product = await startProductWithMail();
  product.setClock(Date.parse('2026-11-20T12:00:00Z'));
  const recorder = new Recorder(product.ask);
  await walk(product, recorder);
  await expect(render(await buildBareSchema(), recorder)).toMatchFileSnapshot(file);
});
