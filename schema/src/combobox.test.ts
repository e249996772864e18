import { expect, it } from 'vitest';
import { type ComboboxEvent, openingCombobox, reduceCombobox } from './combobox.ts';

const play = (...events: ComboboxEvent<string>[]) => events.reduce(reduceCombobox<string>, openingCombobox<string>());

it('asks from two characters on', () => {
  expect(play({ type: 'typed', text: 'e' })).toMatchObject({ wanted: null, open: false });
  expect(play({ type: 'typed', text: 'en' })).toMatchObject({ wanted: 'en', text: 'en' });
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

it('closes when chosen, keeping the choice as text', () => {
  const state = play({ type: 'typed', text: 'en' }, { type: 'found', search: 'en', options: ['ENGM'] }, { type: 'chosen', text: 'ENGM' });
  expect(state).toMatchObject({ text: 'ENGM', open: false, options: [], wanted: null });
});
