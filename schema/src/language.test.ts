import { afterEach, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { formatAgo, formatDateTime, formatFor } from './format.ts';
import { localized, number, speak } from './language.ts';
import { defaultPreferences } from './preferences.ts';
import { problemOf } from './remote/contract.ts';

const english = {
  title: 'Airlines',
  count: (count: number) => `${number(count)} airlines`,
  states: { OPEN: 'Open', SHUT: 'Shut' },
} as const;
const text = localized('messages', english);
const { states, title } = { states: text.states, title: () => text.title }; // as a module keeps them from the start

const german = {
  language: 'de',
  messages: { title: 'Airlines hier', count: (count: number) => `${number(count)} Fluggesellschaften`, states: { OPEN: 'Offen' } },
} as unknown as Catalogue;

afterEach(() => speak(null));

it('answers in English, then in the language that is spoken, wherever the text was kept', () => {
  expect([title(), states.OPEN, text.count(1234)]).toEqual(['Airlines', 'Open', '1,234 airlines']);
  speak(german);
  expect([title(), states.OPEN, text.count(1234)]).toEqual(['Airlines hier', 'Offen', '1.234 Fluggesellschaften']);
  speak(null);
  expect(title()).toBe('Airlines');
});

it('falls back to English, text by text', () => {
  speak(german);
  expect(Object.entries(states)).toEqual([
    ['OPEN', 'Offen'],
    ['SHUT', 'Shut'],
  ]);
  expect(localized('elsewhere', english).title).toBe('Airlines');
});

it('is the same object each time, and no promise', async () => {
  expect(text.states).toBe(text.states);
  expect(await text).toBe(text);
});

it('says what the server says, as far as it knows that sentence', () => {
  const told = (message: string) => problemOf({ graphQLErrors: [{ message, extensions: { code: 'CONFLICT', field: 'email' } }] });
  speak({ answers: { 'There is no such airline.': 'Diese Airline gibt es nicht.' } } as Catalogue);
  expect(told('There is no such airline.')).toMatchObject({
    message: 'Diese Airline gibt es nicht.',
    fields: [{ field: 'email', message: 'Diese Airline gibt es nicht.' }],
  });
  expect(told('Something new.').message).toBe('Something new.');
});

it('speaks of dates and numbers, too', () => {
  const at = '2026-11-22T14:05:00Z';
  const now = Date.parse('2026-11-22T16:05:00Z');
  const read = () => [
    formatDateTime(at),
    formatAgo(at, now),
    formatFor({ ...defaultPreferences, distance: 'KM', weight: 'LB' }).distance(1000),
  ];
  expect(read()).toEqual(['22 Nov 2026 14:05z', '2 hours ago', '1,852 km']);
  speak(german);
  expect(read()).toEqual(['22. Nov. 2026 14:05z', 'vor 2 Stunden', '1.852 km']);
});
