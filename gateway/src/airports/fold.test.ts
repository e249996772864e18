import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Tromsø Airport, Langnes', 'tromso airport langnes'],
  ['Zürich', 'zurich'],
  ['Ærø', 'aero'],
  ['Keflavík / Þórshöfn', 'keflavik thorshofn'],
  ['Weißenfels', 'weissenfels'],
  ['Łódź', 'lodz'],
  ['İzmir, Diyarbakır', 'izmir diyarbakir'],
  ['Đà Nẵng', 'da nang'],
  ["Chicago O'Hare", 'chicago ohare'],
  ['Москва', 'москва'],
  [' -- ', ''],
])('%j compares as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
