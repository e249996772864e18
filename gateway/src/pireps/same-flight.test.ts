import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases, type Product, startProduct } from '../testing/product.ts';

const command = (name: string, type: string) =>
  `mutation ($input: ${type}!) { done: ${name}(input: $input) { pirep { id state flightNumber } } }`;
const mutations = {
  file: command('filePirep', 'FilePirepInput'),
  amend: command('amendPirep', 'AmendPirepInput'),
  withdraw: command('withdrawPirep', 'PirepInput'),
  accept: command('acceptPirep', 'PirepInput'),
  reject: command('rejectPirep', 'PirepReasonInput'),
  reopen: command('reopenPirep', 'PirepReasonInput'),
};

describe.each(databases)('the same flight on %s', (database) => {
  let product: Product;
  let admin: string;
  let pilot: string;
  let staff: string;
  let airlineId: string;
  let flightNumber = '';
  let flights = 0;

  beforeAll(async () => {
    product = await startProduct({ database });
    admin = await product.setUp();
    airlineId = await product.createAirline(admin, 'NAX');
    pilot = await product.person('pilot', { airlineId, role: 'PILOT' });
    staff = await product.person('staff', { airlineId, role: 'STAFF' });
  });
  afterAll(() => product[Symbol.asyncDispose]());
  beforeEach(() => {
    flightNumber = String(++flights); // each test has a flight of its own
  });

  const run = (name: keyof typeof mutations, input: object, token = pilot) => product.ask(mutations[name], { input }, { token });
  const file = (over: object = {}, token = pilot) => run('file', { ...aFlight({ airlineId, flightNumber }), ...over }, token);
  const filed = async (over: object = {}, token = pilot) => (await file(over, token)).data.done.pirep.id as string;
  const refusal = (pirepId: string) => ({ code: 'CONFLICT', field: 'flightNumber', details: { pirepId } });
  const expectRefused = ({ errors }: Awaited<ReturnType<typeof run>>, pirepId: string) =>
    expect(errors).toMatchObject([{ message: 'You filed this flight already.', extensions: refusal(pirepId) }]);

  it('is filed once, and the refusal names the first', async () => {
    const first = await filed();
    expectRefused(await file(), first);
    expectRefused(await file({ offBlockAt: '2026-01-01T10:54:00Z', onBlockAt: '2026-01-01T12:00:00Z' }), first);
  });

  it('is another flight under another number, between other airports, or when the first was over', async () => {
    await filed();
    for (const other of [
      { flightNumber: `${flightNumber}X` },
      { departure: 'ENZV' },
      { arrival: 'ENZV' },
      { offBlockAt: '2026-01-01T10:55:00Z', onBlockAt: '2026-01-01T11:30:00Z' },
      { offBlockAt: '2026-01-01T09:00:00Z', onBlockAt: '2026-01-01T10:00:00Z' },
    ])
      expect((await file(other)).codes, JSON.stringify(other)).toEqual([]);
    expect((await file({}, staff)).codes).toEqual([]); // and of another pilot
  });

  it('is filed once of twenty times at the same moment, and nobody else is disturbed', async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => file()),
      ...Array.from({ length: 10 }, (_, n) => file({ flightNumber: `${900 + n}Z` }, n % 2 ? staff : pilot)),
    ]);
    const [same, others] = [answers.slice(0, 20), answers.slice(20)];
    const won = same.filter(({ codes }) => codes.length === 0);
    expect(won).toHaveLength(1);
    for (const answer of same) if (answer !== won[0]) expectRefused(answer, won[0]!.data.done.pirep.id);
    for (const { codes } of others) expect(codes).toEqual([]);
  });

  it('is the same command when its id says so', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => file({ commandId: `once-${flightNumber}` })));
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.done.pirep.id)).size).toBe(1);
  });

  it('can be filed again once withdrawn or rejected, not once accepted', async () => {
    await run('withdraw', { pirepId: await filed() });
    const second = await filed();
    await run('reject', { pirepId: second, reason: 'Wrong aircraft.' }, staff);
    const third = await filed();
    await run('accept', { pirepId: third }, staff);
    expectRefused(await file(), third);
  });

  it('stands again when its rejection is reopened, unless it was filed anew', async () => {
    const first = await filed();
    await run('reject', { pirepId: first, reason: 'Wrong aircraft.' }, staff);
    const second = await filed();
    const reopen = () => run('reopen', { pirepId: first, reason: 'A mistake.' }, staff);
    expect(await reopen()).toMatchObject({ errors: [{ extensions: refusal(second) }] });
    await run('withdraw', { pirepId: second });
    expect((await reopen()).data.done.pirep.state).toBe('PENDING');
    expectRefused(await file(), first);
    await run('accept', { pirepId: first }, staff);
    expect((await reopen()).codes).toEqual([]);
    expectRefused(await file(), first);
  });

  it('follows an amendment', async () => {
    const first = await filed();
    const { airlineId: _, ...flight } = aFlight({ airlineId, flightNumber });
    expect((await run('amend', { ...flight, pirepId: first, remarks: 'Late.' })).codes).toEqual([]); // not the same flight as itself
    expect((await run('amend', { ...flight, pirepId: first, flightNumber: `${flightNumber}A` })).codes).toEqual([]);
    const second = await filed();
    expectRefused(await file({ flightNumber: `${flightNumber}A` }), first);
    expectRefused(await run('amend', { ...flight, pirepId: first }), second);
    await run('withdraw', { pirepId: second });
    expect((await run('amend', { ...flight, pirepId: first })).data.done.pirep.flightNumber).toBe(flightNumber);
  });
});
