import { expect, it } from 'vitest';
import { activityOf, activityOfFlights } from './activity.ts';
import { historyKinds } from './enums.ts';
import type { ActivityFieldsFragment, PirepFieldsFragment } from './operations/generated.ts';

const nora = { id: 'u2', displayName: 'Nora Vik' };
const entry: ActivityFieldsFragment = {
  ...{ id: 'e1', at: '2026-11-22T12:00:00Z', kind: 'PIREP_ACCEPTED', text: null, actor: { id: 'u1', displayName: 'Ada Berg' } },
  pirep: { id: 'p1', flightNumber: '417' },
  member: { id: 'm2', pilotNumber: 2, user: nora },
};
const sentence = (words: readonly { text: string }[]) => words.map(({ text }) => text).join('');

it('says who did what, and leads to it', () => {
  const { who, words } = activityOf('NAX', entry);
  expect([who, sentence(words)]).toEqual(['Ada Berg', 'accepted 417 of Nora Vik']);
  expect(words.flatMap(({ to }) => to ?? [])).toEqual(['/airlines/NAX/pireps/p1', '/airlines/NAX/members/2']);
});

it('has words for everything that can happen', () => {
  for (const kind of historyKinds) expect(sentence(activityOf('NAX', { ...entry, kind }).words)).toMatch(/^[a-z][\w ]{3,}/);
});

it('tells who came by themselves from who was let in', () => {
  expect(sentence(activityOf('NAX', { ...entry, kind: 'MEMBER_JOINED' }).words)).toBe('welcomed Nora Vik');
  expect(sentence(activityOf('NAX', { ...entry, kind: 'MEMBER_JOINED', actor: nora }).words)).toBe('joined the airline');
  expect(activityOf('NAX', { ...entry, actor: null }).who).toBe('Jetbridge');
});

it('makes of flights what every member may know', () => {
  const flight = (id: string, state: string, filedAt: string, reviewedAt: string | null) =>
    ({ id, flightNumber: id, state, filedAt, reviewedAt, pilot: { user: nora } }) as PirepFieldsFragment;
  const pireps = [flight('418', 'PENDING', '2026-11-22T12:00:00Z', null), flight('417', 'ACCEPTED', '2026-11-21', '2026-11-22T13:00:00Z')];
  expect(activityOfFlights('NAX', pireps).map(({ words }) => sentence(words))).toEqual(['flew 417: accepted', 'filed 418', 'filed 417']);
});
