import { expect, it } from 'vitest';
import { linkParts } from './link-parts.ts';

it('finds the links of a text and leaves the rest as it is', () => {
  const link = 'https://va.example/verify?token=a-b_c';
  expect(linkParts(`Confirm:\n${link}.\nThat is all.`)).toEqual([
    { text: 'Confirm:\n' },
    { text: link, href: link },
    { text: '.\nThat is all.' },
  ]);
  expect(linkParts('No link, no javascript:alert(1)')).toEqual([{ text: 'No link, no javascript:alert(1)' }]);
});
