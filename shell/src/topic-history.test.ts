import { expect, it } from 'vitest';
import { TopicHistory } from './topic-history.ts';

type Step = { cursor: string; previous: string | null; kind: 'PIREP' | 'RESYNC' };
const change = (cursor: string, previous: string | null, kind: Step['kind'] = 'PIREP'): Step => ({ cursor, previous, kind });
class AirlineHistory extends TopicHistory<Step> {}

it('goes on from the oldest read, not from a later one that refreshed only its own page', () => {
  const history = new AirlineHistory();
  history.read('nax', 'c3');
  history.read('nax', 'c7');
  expect(history.cursor('nax')).toBe('c3');
});

it('moves with the changes that follow on each other', () => {
  const history = new AirlineHistory();
  history.read('nax', 'c3');
  expect([history.step('nax', change('c4', 'c3')), history.step('nax', change('c5', 'c4'))]).toEqual(['next', 'next']);
  expect(history.cursor('nax')).toBe('c5');
});

it('knows a change it has heard', () => {
  const history = new AirlineHistory();
  history.read('nax', 'c3');
  history.step('nax', change('c4', 'c3'));
  expect(history.step('nax', change('c4', 'c3'))).toBe('known');
});

it('says which changes have overtaken an answer', () => {
  const history = new AirlineHistory();
  history.read('nax', 'c3');
  const changes = [change('c4', 'c3'), change('c5', 'c4'), change('c6', 'c5')];
  for (const one of changes) history.step('nax', one);
  expect(history.read('nax', 'c4')).toEqual(changes.slice(1));
  expect(history.read('nax', 'c6')).toEqual([]);
  expect(history.read('nax', 'c7')).toEqual([]);
});

it('notices a gap, and a server that cannot fill one, and goes on from there', () => {
  const history = new AirlineHistory();
  history.read('nax', 'c3');
  expect(history.step('nax', change('c6', 'c5'))).toBe('gap');
  expect(history.step('nax', change('c7', 'c6'))).toBe('next');
  expect(history.step('nax', change('d1', null, 'RESYNC'))).toBe('gap');
  expect(history.step('nax', change('d2', 'd1'))).toBe('next');
});

it('keeps airlines apart and forgets all for the next person', () => {
  const history = new AirlineHistory();
  history.read('nax', 'c3');
  history.read('sas', 'k9');
  expect(history.step('sas', change('k10', 'k9'))).toBe('next');
  history.forget();
  expect([history.cursor('nax'), history.cursor('sas')]).toEqual([null, null]);
});
