import { limits } from '@jetbridge/schema';
import { aFlight, aReport, specify } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { type AutoAcceptRules, type PirepCommand, pirepDecider } from './pirep.decider.ts';

const now = Date.parse('2026-01-02T00:00:00Z');
const airports = new Map([
  ['ENGM', { latitude: 60.1939, longitude: 11.1004 }],
  ['ENBR', { latitude: 60.2934, longitude: 5.21814 }],
]);
const byHand: AutoAcceptRules = { autoAccept: 'OFF', landingRateLimitFpm: null, autoAcceptNetworks: [] };
const file = (over = {}, rules = byHand): PirepCommand => ({
  ...{ type: 'File', pirepId: 'p1', memberId: 'm1', rules },
  ...{ input: aFlight(over), airports, now },
});
const credit = { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z' };
const filed = { type: 'PirepFiled' as const, data: { pirepId: 'p1', memberId: 'm1', report: aReport() } };
const accepted = { type: 'PirepAccepted' as const, data: { pirepId: 'p1', memberId: 'm1', reviewerId: 'm2', credit } };
const rejected = { type: 'PirepRejected' as const, data: { pirepId: 'p1', memberId: 'm1', reviewerId: 'm2', reason: 'No fuel figures.' } };
const about = { pirepId: 'p1', memberId: 'm1' };
const amended = { type: 'PirepAmended' as const, data: { ...about, report: aReport({ landingRateFpm: -180 }) } };
const withdrawn = { type: 'PirepWithdrawn' as const, data: about };
const asked = { type: 'PilotAsked' as const, data: { ...about, reviewerId: 'm2', text: 'Which runway?' } };
const answered = { type: 'StaffAnswered' as const, data: { ...about, text: '17.' } };
const reopened = { type: 'PirepReopened' as const, data: { ...about, reviewerId: 'm2', reason: 'A mistake.', credit } };
const staff = { reviewer: { memberId: 'm2', role: 'STAFF' as const }, ownReview: 'ADMIN' as const };
const pirep = specify(pirepDecider);

describe('filing a PIREP', () => {
  it('records the flight with its block time and great-circle distance', () => pirep.given().when(file()).thenEvents(filed));
  it('keeps the distance the pilot gave, and flags it', () =>
    pirep
      .given()
      .when(file({ distanceNm: 190 }))
      .thenFirst('PirepFiled', { report: aReport({ distanceNm: 190, distanceOverridden: true }) }));
  it('keeps fuel in kilograms with the unit it was entered in', () =>
    pirep
      .given()
      .when(file({ fuelUsed: { value: 1_000, unit: 'LB' } }))
      .thenFirst('PirepFiled', { report: aReport({ fuelUsedKg: 453.6, fuelUnit: 'LB' }) }));
  it('refuses an airport that is not in the list', () =>
    pirep
      .given()
      .when(file({ arrival: 'XXXX' }))
      .thenRefused('INVALID_INPUT', 'arrival'));
  it('refuses what breaks a rule of the form', () =>
    pirep
      .given()
      .when(file({ onBlockAt: '2026-01-01T09:00:00Z' }))
      .thenRefused('INVALID_INPUT', 'onBlockAt'));
});

describe('reviewing a PIREP', () => {
  it('accepts, crediting what the pilot flew', () =>
    pirep
      .given(filed)
      .when({ type: 'Accept', ...staff })
      .thenEvents(accepted));
  it('rejects with a reason', () =>
    pirep
      .given(filed)
      .when({ type: 'Reject', ...staff, reason: ' No fuel figures. ' })
      .thenEvents(rejected));
  it('refuses to reject without one', () =>
    pirep
      .given(filed)
      .when({ type: 'Reject', ...staff, reason: '  ' })
      .thenRefused('INVALID_INPUT', 'reason'));
  it('refuses what does not exist', () =>
    pirep
      .given()
      .when({ type: 'Accept', ...staff })
      .thenRefused('NOT_FOUND', 'pirepId'));
  it.each([
    ['accepted', accepted],
    ['rejected', rejected],
  ] as const)('refuses one that is %s already', (_, event) =>
    pirep
      .given(filed, event)
      .when({ type: 'Accept', ...staff })
      .thenRefused('CONFLICT'),
  );
  it('lets an admin, and nobody else, review their own', () => {
    const own = (role: 'ADMIN' | 'STAFF') => ({ type: 'Accept' as const, reviewer: { memberId: 'm1', role }, ownReview: 'ADMIN' as const });
    pirep.given(filed).when(own('STAFF')).thenRefused('FORBIDDEN');
    pirep.given(filed).when(own('ADMIN')).thenFirst('PirepAccepted', { reviewerId: 'm1' });
    pirep
      .given(filed)
      .when({ ...own('ADMIN'), ownReview: 'NOBODY' })
      .thenRefused('FORBIDDEN');
    pirep
      .given(filed)
      .when({ ...own('STAFF'), ownReview: 'ANY' })
      .thenFirst('PirepAccepted', { reviewerId: 'm1' });
  });
});

describe('filing where the airline accepts unread', () => {
  const automatic = { type: 'PirepAccepted' as const, data: { ...about, reviewerId: null, credit, automatic: true } };
  const all: AutoAcceptRules = { ...byHand, autoAccept: 'ALL' };
  const ruled = (over: Partial<AutoAcceptRules> = {}): AutoAcceptRules => ({ ...byHand, autoAccept: 'RULES', ...over });
  const types = (over: object, rules: AutoAcceptRules) => pirepDecider.decide({ filed: null }, file(over, rules)).map(({ type }) => type);
  const [waits, accepts] = [['PirepFiled'], ['PirepFiled', 'PirepAccepted']];

  it('accepts everything when it says so, by nobody', () => pirep.given().when(file({}, all)).thenEvents(filed, automatic));
  it('accepts nothing that breaks a rule of the form', () =>
    pirep
      .given()
      .when(file({ arrival: 'XXXX' }, all))
      .thenRefused('INVALID_INPUT', 'arrival'));
  it.each<[string, string[], object, AutoAcceptRules]>([
    ['no rule asks for anything', accepts, {}, ruled()],
    ['the landing is as hard as the limit', accepts, { landingRateFpm: -300 }, ruled({ landingRateLimitFpm: -300 })],
    ['the landing is harder', waits, { landingRateFpm: -301 }, ruled({ landingRateLimitFpm: -300 })],
    ['the landing is not known', waits, {}, ruled({ landingRateLimitFpm: -300 })],
    ['it was flown on a network of the rule', accepts, { network: 'IVAO' }, ruled({ autoAcceptNetworks: ['VATSIM', 'IVAO'] })],
    ['it was flown on another', waits, { network: 'POSCON' }, ruled({ autoAcceptNetworks: ['VATSIM', 'IVAO'] })],
    ['only one of two rules holds', waits, { network: 'IVAO' }, ruled({ landingRateLimitFpm: -300, autoAcceptNetworks: ['IVAO'] })],
    ['the distance is not the great circle', waits, { distanceNm: 190 }, ruled()],
    ['the distance is, and it accepts all', accepts, { distanceNm: 190 }, all],
    ['rules are off, whatever they say', waits, { landingRateFpm: -100 }, { ...ruled({ landingRateLimitFpm: -300 }), autoAccept: 'OFF' }],
  ])('by rules: when %s → %j', (_, expected, over, rules) => expect(types(over, rules)).toEqual(expected));
});

describe('what pilots do with their own', () => {
  const amend = (over = {}, memberId = 'm1'): PirepCommand => ({
    ...{ type: 'Amend', memberId },
    ...{ input: aFlight({ landingRateFpm: -180, ...over }), airports, now },
  });
  const reports = [{ ...filed }, { ...asked }] as const;

  it('amends it while pending or asked, computing everything anew', () => {
    pirep.given(filed).when(amend()).thenEvents(amended);
    pirep.given(filed, asked).when(amend()).thenEvents(amended);
    pirep
      .given(filed)
      .when(amend({ onBlockAt: '2026-01-01T11:30:00Z', distanceNm: 175.3 }))
      .thenFirst('PirepAmended', {
        report: aReport({ landingRateFpm: -180, onBlockAt: '2026-01-01T11:30:00Z', blockMinutes: 90, flightMinutes: 90 }),
      });
  });
  it('credits what was amended', () =>
    pirep
      .given(filed, { ...amended, data: { ...about, report: aReport({ blockMinutes: 90 }) } })
      .when({ type: 'Accept', ...staff })
      .thenFirst('PirepAccepted', { credit: { ...credit, minutes: 90 } }));
  it('refuses an amendment that breaks a rule of the form', () =>
    pirep
      .given(filed)
      .when(amend({ flightNumber: 'NAX' }))
      .thenRefused('INVALID_INPUT', 'flightNumber'));
  it('withdraws it while pending or asked', () => {
    pirep.given(filed).when({ type: 'Withdraw', memberId: 'm1' }).thenEvents(withdrawn);
    pirep
      .given(...reports)
      .when({ type: 'Withdraw', memberId: 'm1' })
      .thenEvents(withdrawn);
  });
  it('answers what staff asked, and only then', () => {
    const answer: PirepCommand = { type: 'Answer', memberId: 'm1', text: ' 17. ' };
    pirep.given(filed, asked).when(answer).thenEvents(answered);
    pirep.given(filed).when(answer).thenRefused('CONFLICT');
    pirep.given(filed, asked, answered).when(answer).thenRefused('CONFLICT');
    pirep.given(filed, asked, amended).when(answer).thenRefused('CONFLICT');
    pirep
      .given(filed, asked)
      .when({ ...answer, text: ' ' })
      .thenRefused('INVALID_INPUT', 'text');
  });
  const own: [string, PirepCommand][] = [
    ['amend', amend({}, 'm2')],
    ['withdraw', { type: 'Withdraw', memberId: 'm2' }],
    ['answer for', { type: 'Answer', memberId: 'm2', text: '17.' }],
  ];
  it.each(own)('refuses to %s that of another', (_, command) => pirep.given(filed, asked).when(command).thenRefused('FORBIDDEN'));
  it.each([accepted, rejected, withdrawn])('refuses to amend or withdraw it once $type', (event) => {
    pirep.given(filed, event).when(amend()).thenRefused('CONFLICT');
    pirep.given(filed, event).when({ type: 'Withdraw', memberId: 'm1' }).thenRefused('CONFLICT');
  });
});

describe('reviewing again', () => {
  const reopen = (over = {}): PirepCommand => ({ type: 'Reopen', reason: ' A mistake. ', ...staff, ...over });

  it('takes back what an acceptance credited', () => pirep.given(filed, accepted).when(reopen()).thenEvents(reopened));
  it('has nothing to take back from a rejection', () =>
    pirep.given(filed, rejected).when(reopen()).thenFirst('PirepReopened', { credit: null }));
  it('leaves it pending, to be reviewed anew', () => {
    pirep
      .given(filed, accepted, reopened)
      .when({ type: 'Accept', ...staff })
      .thenEvents(accepted);
    pirep
      .given(filed, accepted, reopened)
      .when({ type: 'Reject', ...staff, reason: 'No fuel figures.' })
      .thenEvents(rejected);
    pirep.given(filed, accepted, reopened).when({ type: 'Withdraw', memberId: 'm1' }).thenEvents(withdrawn);
  });
  it('needs a reason', () =>
    pirep
      .given(filed, accepted)
      .when(reopen({ reason: '' }))
      .thenRefused('INVALID_INPUT', 'reason'));
  it('refuses what was not reviewed', () => {
    for (const events of [[filed], [filed, asked], [filed, withdrawn], [filed, accepted, reopened]])
      pirep
        .given(...events)
        .when(reopen())
        .thenRefused('CONFLICT');
  });
  it('refuses one’s own unless the airline lets them', () => {
    const reviewer = { memberId: 'm1', role: 'STAFF' as const };
    pirep.given(filed, accepted).when(reopen({ reviewer })).thenRefused('FORBIDDEN');
    pirep
      .given(filed, accepted)
      .when(reopen({ reviewer, ownReview: 'ANY' }))
      .thenFirst('PirepReopened', { reviewerId: 'm1' });
  });
});

describe('talking about a PIREP', () => {
  const ask = (over = {}): PirepCommand => ({ type: 'Ask', text: ' Which runway? ', ...staff, ...over });
  const comment = (author: Extract<PirepCommand, { type: 'Comment' }>['author'], text = ' Nice. '): PirepCommand => ({
    type: 'Comment',
    author,
    text,
  });
  const said = (authorId: string | null) => ({ type: 'PirepCommented' as const, data: { ...about, authorId, text: 'Nice.' } });

  it('asks while it is pending', () => {
    pirep.given(filed).when(ask()).thenEvents(asked);
    for (const event of [asked, accepted, rejected, withdrawn]) pirep.given(filed, event).when(ask()).thenRefused('CONFLICT');
    pirep
      .given(filed)
      .when(ask({ text: '' }))
      .thenRefused('INVALID_INPUT', 'text');
  });
  it('can be reviewed while the pilot is asked', () => {
    pirep
      .given(filed, asked)
      .when({ type: 'Accept', ...staff })
      .thenEvents(accepted);
    pirep
      .given(filed, asked)
      .when({ type: 'Reject', ...staff, reason: 'No fuel figures.' })
      .thenEvents(rejected);
  });
  it('lets pilots comment on their own, staff and platform admins on all, in any state', () => {
    for (const events of [[filed], [filed, asked], [filed, accepted], [filed, rejected], [filed, withdrawn]]) {
      pirep
        .given(...events)
        .when(comment({ memberId: 'm1', role: 'PILOT' }))
        .thenEvents(said('m1'));
      pirep
        .given(...events)
        .when(comment({ memberId: 'm3', role: 'PILOT' }))
        .thenRefused('FORBIDDEN');
      pirep
        .given(...events)
        .when(comment({ memberId: 'm2', role: 'STAFF' }))
        .thenEvents(said('m2'));
      pirep
        .given(...events)
        .when(comment({ memberId: null, role: null }))
        .thenEvents(said(null));
    }
    pirep
      .given(filed)
      .when(comment({ memberId: 'm1', role: 'PILOT' }, ' '))
      .thenRefused('INVALID_INPUT', 'text');
  });
  it('ends somewhere', () => {
    const many = Array.from({ length: limits.comments }, () => said('m1'));
    pirep
      .given(filed, ...many)
      .when(comment({ memberId: 'm1', role: 'PILOT' }))
      .thenRefused('CONFLICT');
    pirep
      .given(filed, ...many)
      .when({ type: 'Accept', ...staff })
      .thenEvents(accepted);
  });
  it('changes nothing else', () =>
    pirep.given(filed, asked, said('m2')).when({ type: 'Answer', memberId: 'm1', text: '17.' }).thenEvents(answered));
});

it('knows nothing of a PIREP that does not exist', () => {
  const commands: PirepCommand[] = [
    { type: 'Amend', memberId: 'm1', input: aFlight(), airports, now },
    { type: 'Withdraw', memberId: 'm1' },
    { type: 'Reject', ...staff, reason: 'No.' },
    { type: 'Reopen', ...staff, reason: 'No.' },
    { type: 'Ask', ...staff, text: 'Why?' },
    { type: 'Answer', memberId: 'm1', text: 'So.' },
    { type: 'Comment', author: staff.reviewer, text: 'Nice.' },
  ];
  for (const command of commands) pirep.given().when(command).thenRefused('NOT_FOUND', 'pirepId');
});
