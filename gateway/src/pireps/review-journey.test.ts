import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Product, startProduct } from '../testing/product.ts';

const pirep = `{ id state automatic reviewer { callsign } reason question comments
  pilot { id minutes flights distanceNm rank { name } lastAirport { icao } }
  history { id at kind text actor { displayName } changes { field from to } } }`;
const command = (name: string, type: string) => `mutation ($input: ${type}!) { done: ${name}(input: $input) { cursor pirep ${pirep} } }`;
const mutations = {
  file: command('filePirep', 'FilePirepInput'),
  amend: command('amendPirep', 'AmendPirepInput'),
  withdraw: command('withdrawPirep', 'PirepInput'),
  accept: command('acceptPirep', 'PirepInput'),
  reject: command('rejectPirep', 'PirepReasonInput'),
  reopen: command('reopenPirep', 'PirepReasonInput'),
  ask: command('askPilot', 'PirepTextInput'),
  answer: command('answerStaff', 'PirepTextInput'),
  comment: command('commentOnPirep', 'PirepTextInput'),
};
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous kind id actor { displayName } } }`;

describe.each(databases)('a PIREP and those who watch it, on %s', (database) => {
  let product: Product;
  let admin: string;
  let pilot: string;
  let staff: string;
  let airlineId: string;
  const { airlineId: _, ...flight } = aFlight();

  beforeAll(async () => {
    product = await startProduct({ database });
    admin = await product.setUp();
    airlineId = await product.createAirline(admin, 'NAX');
    pilot = await product.person('pilot', { airlineId, role: 'PILOT' });
    staff = await product.person('staff', { airlineId, role: 'STAFF' });
    const ranks = [
      { name: 'Cadet', minimumHours: 0 },
      { name: 'First Officer', minimumHours: 1 },
    ];
    const set = 'mutation ($input: SetRanksInput!) { setRanks(input: $input) { cursor } }';
    expect((await product.ask(set, { input: { airlineId, ranks } }, { token: admin })).codes).toEqual([]);
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const ask = (name: keyof typeof mutations, input: object, token: string) => product.ask(mutations[name], { input }, { token });
  const run = async (name: keyof typeof mutations, input: object, token: string) => {
    const { data, errors } = await ask(name, input, token);
    expect(errors).toBeUndefined();
    return data.done.pirep;
  };

  it('accept → reopen → reject → reopen → accept leaves totals, rank and history exactly right, and everybody saw each step once', async () => {
    const before = {
      ...flight,
      airlineId,
      flightNumber: '1',
      arrival: 'ENVA',
      offBlockAt: '2025-12-31T10:00:00Z',
      onBlockAt: '2025-12-31T10:50:00Z',
    };
    const first = await run('accept', { pirepId: (await run('file', before, pilot)).id }, admin);
    const nobody = { minutes: 50, flights: 1, distanceNm: first.pilot.distanceNm, rank: { name: 'Cadet' }, lastAirport: { icao: 'ENVA' } };
    expect(first.pilot).toMatchObject(nobody);
    const credited = {
      ...{ minutes: 105, flights: 2, distanceNm: Math.round((first.pilot.distanceNm + 175.3) * 10) / 10 },
      ...{ rank: { name: 'First Officer' }, lastAirport: { icao: 'ENBR' } },
    };

    const after = (await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token: pilot })).data.airline.cursor;
    const watching = [pilot, staff, admin, pilot, staff].map((token) => product.subscribe(changes, { id: airlineId, after }, token));
    const opened = watching.map((one) => one.next());
    const { id: pirepId } = await run('file', { ...flight, airlineId, flightNumber: '2' }, pilot);
    const filed = await Promise.all(opened);

    const reason = 'The arrival time was wrong.';
    const steps = [
      [await run('accept', { pirepId }, staff), 'ACCEPTED', credited],
      [await run('reopen', { pirepId, reason }, admin), 'PENDING', nobody],
      [await run('reject', { pirepId, reason: 'Not flown.' }, staff), 'REJECTED', nobody],
      [await run('reopen', { pirepId, reason: 'It was flown.' }, admin), 'PENDING', nobody],
      [await run('accept', { pirepId }, staff), 'ACCEPTED', credited],
    ] as const;
    for (const [seen, state, totals] of steps) expect(seen).toMatchObject({ state, pilot: totals });
    const [last] = steps.at(-1)!;
    expect(last).toMatchObject({ reviewer: { callsign: 'NAX0003' }, reason: null, automatic: false });
    expect(last.history.map(({ kind, text, actor }: (typeof last.history)[0]) => [kind, text, actor.displayName])).toEqual([
      ['PIREP_FILED', null, 'pilot'],
      ['PIREP_ACCEPTED', null, 'staff'],
      ['PIREP_REOPENED', reason, 'Ada Admin'],
      ['PIREP_REJECTED', 'Not flown.', 'staff'],
      ['PIREP_REOPENED', 'It was flown.', 'Ada Admin'],
      ['PIREP_ACCEPTED', null, 'staff'],
    ]);
    const ids = last.history.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(6);

    const { id: end } = await run('file', { ...flight, airlineId, flightNumber: '3' }, pilot);
    const memberId = last.pilot.id;
    const expected = [
      ...[
        ['PIREP', 'staff'],
        ['MEMBER', 'staff'],
        ['PIREP', 'Ada Admin'],
        ['MEMBER', 'Ada Admin'],
      ],
      ...[
        ['PIREP', 'staff'],
        ['PIREP', 'Ada Admin'],
        ['PIREP', 'staff'],
        ['MEMBER', 'staff'],
      ],
    ].map(([kind, displayName]) => ({ kind, id: kind === 'PIREP' ? pirepId : memberId, actor: { displayName } }));
    for (const [index, one] of watching.entries()) {
      const told = [filed[index]!, ...(await one.take(expected.length + 1))].map(({ data }) => data.airlineChanges);
      expect(told.slice(1)).toMatchObject([...expected, { kind: 'PIREP', id: end }]);
      for (const [place, { previous }] of told.entries()) if (place > 0) expect(previous).toBe(told[place - 1].cursor);
      await one.close();
    }
  });

  it('asks the pilot, who answers or amends, and keeps what was said', async () => {
    const { id: pirepId } = await run('file', { ...flight, airlineId, flightNumber: '4' }, pilot);
    expect(await run('ask', { pirepId, text: ' Which runway? ' }, staff)).toMatchObject({
      state: 'AWAITING_PILOT',
      question: 'Which runway?',
    });
    expect(await run('comment', { pirepId, text: 'I was there.' }, pilot)).toMatchObject({ state: 'AWAITING_PILOT', comments: 1 });
    expect(await run('answer', { pirepId, text: '17.' }, pilot)).toMatchObject({ state: 'PENDING', question: null });
    await run('ask', { pirepId, text: 'And the fuel?' }, staff);
    const fuelUsed = { value: 2_000, unit: 'KG' };
    const amended = await run('amend', { ...flight, pirepId, flightNumber: '4', onBlockAt: '2026-01-01T11:00:00Z', fuelUsed }, pilot);
    expect(amended).toMatchObject({ state: 'PENDING', question: null });
    expect(amended.history.map(({ kind, text }: (typeof amended.history)[0]) => [kind, text])).toEqual([
      ...[
        ['PIREP_FILED', null],
        ['PILOT_ASKED', 'Which runway?'],
        ['PIREP_COMMENTED', 'I was there.'],
        ['STAFF_ANSWERED', '17.'],
      ],
      ...[
        ['PILOT_ASKED', 'And the fuel?'],
        ['PIREP_AMENDED', null],
      ],
    ]);
    expect(amended.history.at(-1).changes).toEqual([
      { field: 'onBlockAt', from: '2026-01-01T10:55:00Z', to: '2026-01-01T11:00:00Z' },
      { field: 'blockMinutes', from: '55', to: '60' },
      { field: 'flightMinutes', from: '55', to: '60' },
      { field: 'fuelUsedKg', from: null, to: '2000' },
      { field: 'fuelUnit', from: null, to: 'KG' },
    ]);
    expect(await run('withdraw', { pirepId }, pilot)).toMatchObject({ state: 'WITHDRAWN' });
    expect((await ask('accept', { pirepId }, staff)).codes).toEqual(['CONFLICT']);
  });

  it('leaves the PIREPs of others alone', async () => {
    const { id: pirepId } = await run('file', { ...flight, airlineId, flightNumber: '5' }, staff);
    const tries = [
      ask('amend', { ...flight, pirepId, flightNumber: '5' }, pilot),
      ask('withdraw', { pirepId }, pilot),
      ask('comment', { pirepId, text: 'Mine!' }, pilot),
      ask('answer', { pirepId, text: 'Mine!' }, pilot),
      ask('ask', { pirepId, text: 'Whose?' }, pilot),
      ask('reopen', { pirepId, reason: 'Whose?' }, pilot),
      ask('withdraw', { pirepId }, admin),
      ask('ask', { pirepId, text: 'Mine?' }, staff), // one's own
    ];
    for (const { codes } of await Promise.all(tries)) expect(codes).toEqual(['FORBIDDEN']);
    expect(await run('comment', { pirepId, text: 'Well flown.' }, admin)).toMatchObject({ comments: 1 });
  });

  it('is accepted as it is filed where the airline says so, by nobody; an amended one is not', async () => {
    const update = 'mutation ($input: UpdateAirlineInput!) { updateAirline(input: $input) { cursor } }';
    const settings = { autoAccept: 'RULES', landingRateLimitFpm: -300, autoAcceptNetworks: ['VATSIM'] };
    expect((await product.ask(update, { input: { airlineId, settings } }, { token: admin })).codes).toEqual([]);
    const soft = { ...flight, airlineId, flightNumber: '6', network: 'VATSIM', landingRateFpm: -200 };
    const accepted = await run('file', soft, staff);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', automatic: true, reviewer: null, pilot: { minutes: 55, flights: 1 } });
    expect(accepted.history.map(({ kind, actor }: (typeof accepted.history)[0]) => [kind, actor?.displayName])).toEqual([
      ['PIREP_FILED', 'staff'],
      ['PIREP_ACCEPTED', undefined],
    ]);
    expect((await run('reopen', { pirepId: accepted.id, reason: 'Looked at it.' }, admin)).pilot).toMatchObject({
      minutes: 0,
      flights: 0,
      lastAirport: null,
    });
    const hard = await run('file', { ...soft, flightNumber: '7', landingRateFpm: -700 }, staff);
    expect(hard).toMatchObject({ state: 'PENDING' });
    const { airlineId: _, ...again } = soft;
    expect(await run('amend', { ...again, flightNumber: '7', pirepId: hard.id }, staff)).toMatchObject({
      state: 'PENDING',
      automatic: false,
    });
  });
});
