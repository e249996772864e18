import { expect, it } from 'vitest';
import { type ComboboxEvent, openingCombobox, reduceCombobox } from './combobox.ts';

const play = (...events: ComboboxEvent<string>[]) => events.reduce(reduceCombobox<string>, openingCombobox<string>());

it('asks from two characters on', () => {
  expect(play({ type: 'typed', text: 'e' })).toMatchObject({ wanted: null, open: false });
  expect(play({ type: 'typed', text: 'en' })).toMatchObject({ wanted: 'en', open: false });
});

it('opens with the first option highlighted, and wraps around', () => {
  const found = play({ type: 'typed', text: 'en' }, { type: 'found', search: 'en', options: ['a', 'b'] });
  expect(found).toMatchObject({ open: true, active: 0, wanted: null });
  expect(reduceCombobox(found, { type: 'moved', by: -1 }).active).toBe(1);
});

it('drops an answer to what is no longer asked', () => {
  const state = play({ type: 'typed', text: 'en' }, { type: 'typed', text: 'eng' }, { type: 'found', search: 'en', options: ['a'] });
  expect(state).toMatchObject({ options: [], wanted: 'eng' });
});

it('closes when nothing could be asked, unless something else is asked by then', () => {
  const failed: ComboboxEvent<string> = { type: 'found', search: 'en', options: null };
  const asked = play({ type: 'typed', text: 'en' }, { type: 'found', search: 'en', options: ['a'] }, { type: 'typed', text: 'eng' });
  expect(reduceCombobox(asked, failed)).toBe(asked);
  expect(reduceCombobox(asked, { ...failed, search: 'eng' })).toMatchObject({ open: false, wanted: null });
});

it('closes when chosen, and takes no answer after that', () => {
  const chosen = play({ type: 'typed', text: 'en' }, { type: 'found', search: 'en', options: ['ENGM'] }, { type: 'chosen' });
  expect(chosen).toMatchObject({ open: false, options: [], wanted: null });
  expect(reduceCombobox(chosen, { type: 'found', search: 'en', options: ['ENBR'] })).toBe(chosen);
});
