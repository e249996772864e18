import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WeightUnit } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/product.ts';
import { startProductWithMail } from '../testing/product-with-mail.ts';
import { importPhpvms } from './import-phpvms.ts';
import { findTables } from './phpvms-files.ts';
import { Report } from './report.ts';

type Product = Awaited<ReturnType<typeof startProductWithMail>>;

const users = `id,pilot_id,name,email,state,created_at
11,7,Maja Nowak,maja@example.org,1,2023-01-01 10:00:00
12,NULL,"Berg, Ola",ola@example.org,3,2023-01-02 10:00:00
13,1,Sam Lee,sam@example.org,1,2023-01-03 10:00:00
14,20,Gone,gone@example.org,5,2023-01-03 10:00:00
15,21,No Address,nowhere,1,2023-01-03 10:00:00
16,22,Maja again,MAJA@example.org,1,2023-01-03 10:00:00
17,23,Ada,admin@example.org,1,2023-01-03 10:00:00
`;
const aircraft = 'id,icao,registration\n1,B738,LN-NGA\n';
const ranks = 'id,name,hours\n1,Cadet,0\n2,Captain,2\n';
const header =
  'id,user_id,aircraft_id,flight_number,dpt_airport_id,arr_airport_id,flight_time,fuel_used,state,submitted_at,block_off_time,block_on_time';
const flown = (id: string, pilot: number, day: number, state: number, over = {}) => {
  const date = `2023-03-${String(day).padStart(2, '0')}`;
  const cells = { number: '417', from: 'ENGM', to: 'ENBR', minutes: '50', fuel: '2204.6', ...over };
  const { number, from, to, minutes, fuel } = cells;
  return `${id},${pilot},1,${number},${from},${to},${minutes},${fuel},${state},${date} 12:00:00,${date} 10:00:00,${date} 11:00:00`;
};
const pireps = [
  header,
  flown('a', 11, 1, 2),
  flown('b', 11, 2, 2, { from: 'ENBR', to: 'ENVA' }),
  flown('c', 12, 1, 2),
  flown('d', 12, 2, 6),
  flown('e', 12, 2, 1), // the same flight, filed again after it was rejected
  flown('f', 12, 2, 2), // and once more
  flown('g', 14, 3, 2), // of a pilot who is not there
  flown('h', 11, 4, 2, { to: 'ZZZZ' }),
  flown('i', 11, 5, 0),
  flown('j', 11, 6, 2, { minutes: '90' }),
  'k,11',
].join('\n');

async function folderOf(product: Product, files: Record<string, string>): Promise<string> {
  const folder = join(product.dataDir, 'export');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function bring(product: Product, path: string, { dryRun = false, fuelUnit = 'LB' as WeightUnit } = {}) {
  const file = join(product.dataDir, 'report.csv');
  const report = await Report.open(file);
  await importPhpvms(product.services, { code: 'NAX', tables: await findTables(path), fuelUnit, dryRun, report });
  await report.close();
  await product.projector.settle();
  const [, ...told] = (await readFile(file, 'utf8')).trim().split('\r\n');
  return { counts: report.counts, told };
}

async function whatIsThere(product: Product) {
  const { data } = await product.ask(
    `{ airline(code: "NAX") { ranks { name minimumHours }
         members(first: 50) { edges { node { pilotNumber flights minutes distanceNm lastAirport { icao } rank { name } user { displayName } } } }
         pireps(first: 50) { totalCount edges { node { id state flightNumber fuelUsedKg fuelUnit filedAt reason } } } } }`,
    {},
    { token: await product.signIn('admin@example.org') },
  );
  return data.airline;
}

async function historyLength({ services }: Product): Promise<number> {
  return (await services.storage.log.heads(0)).reduce((sum, { sequence }) => sum + Number(sequence), 0);
}

const everything = { 'users.csv': users, 'aircraft.csv': aircraft, 'pireps.csv': pireps, 'ranks.csv': ranks };

describe.each(databases)('an import from phpVMS on %s', (database) => {
  it('brings pilots, their PIREPs, totals and ranks, and tells what stays behind', async () => {
    await using product = await startProductWithMail({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    const { counts, told } = await bring(product, await folderOf(product, everything));
    expect(counts).toEqual({
      ranks: { created: 1, exists: 0, skipped: 0 },
      aircraft: { created: 0, exists: 0, skipped: 0 },
      pilot: { created: 3, exists: 2, skipped: 2 },
      pirep: { created: 5, exists: 0, skipped: 6 },
    });
    const skipped = told.filter((row) => row.includes(',skipped,')).map((row) => row.replace(/PIREP [\w-]+/, 'PIREP …'));
    expect(skipped).toEqual([
      'users.csv,5,pilot,skipped,,state,This pilot was deleted in phpVMS.',
      'users.csv,6,pilot,skipped,,email,Enter an e-mail address such as name@example.org.',
      'pireps.csv,7,pirep,skipped,,flightNumber,"The pilot has this flight already, as PIREP …."',
      'pireps.csv,8,pirep,skipped,,pilot,Pilot 14 of phpVMS was not imported.',
      'pireps.csv,9,pirep,skipped,,arrival,There is no airport ZZZZ in the list.',
      'pireps.csv,10,pirep,skipped,,state,This flight is in progress in phpVMS: nobody filed it.',
      'pireps.csv,11,pirep,skipped,,flightMinutes,The flight time cannot be longer than the block time.',
      'pireps.csv,12,pirep,skipped,,,"This row has 2 columns, the header has 12."',
    ]);
    expect(told.find((row) => row.startsWith('users.csv,4'))).toContain('Pilot number 1 belongs to somebody else');

    const airline = await whatIsThere(product);
    expect(airline.ranks.map(({ name }: { name: string }) => name)).toEqual(['Cadet', 'Captain']);
    const members = airline.members.edges.map(({ node }: { node: { user: { displayName: string } } }) => node);
    expect(
      members.map(({ pilotNumber, user }: { pilotNumber: number; user: { displayName: string } }) => [pilotNumber, user.displayName]),
    ).toEqual(
      expect.arrayContaining([
        [1, 'Ada Admin'],
        [7, 'Maja Nowak'],
        [8, 'Sam Lee'],
        [9, 'Berg, Ola'],
      ]),
    );
    expect(members.find(({ pilotNumber }: { pilotNumber: number }) => pilotNumber === 7)).toMatchObject({
      ...{ flights: 2, minutes: 120, lastAirport: { icao: 'ENVA' }, rank: { name: 'Captain' } },
    });
    const states = airline.pireps.edges.map(({ node }: { node: { state: string } }) => node.state);
    expect(states.toSorted()).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'PENDING', 'REJECTED']);
    const { node } = airline.pireps.edges.find(({ node }: { node: { state: string } }) => node.state === 'REJECTED');
    expect(node).toMatchObject({ filedAt: '2023-03-02T12:00:00Z', reason: 'Imported as rejected.', fuelUsedKg: 1000, fuelUnit: 'LB' });
  });

  it('changes nothing the second time, whole or in parts', async () => {
    await using product = await startProductWithMail({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    const folder = await folderOf(product, everything);
    await bring(product, folder);
    const [before, length] = [await whatIsThere(product), await historyLength(product)];
    const again = await bring(product, folder);
    expect(again.counts).toMatchObject({
      pilot: { created: 0, exists: 5 },
      pirep: { created: 0, exists: 5, skipped: 6 },
      ranks: { exists: 1 },
    });
    // The file of PIREPs alone knows its pilots from before, and asks for no aircraft of what is in.
    const alone = await bring(product, join(folder, 'pireps.csv'));
    expect(alone.counts.pirep).toEqual({ created: 0, exists: 5, skipped: 6 });
    expect([await whatIsThere(product), await historyLength(product)]).toEqual([before, length]);
  });

  it('writes nothing in a dry run, which tells the same', async () => {
    await using product = await startProductWithMail({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    const folder = await folderOf(product, everything);
    const length = await historyLength(product);
    const dry = await bring(product, folder, { dryRun: true });
    expect(await historyLength(product)).toBe(length);
    expect(await product.services.credentials.find('maja@example.org')).toBeUndefined();
    expect(dry).toEqual(await bring(product, folder));
  });

  it('takes the example of its documentation', async () => {
    await using product = await startProductWithMail({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    const text = await readFile(new URL('../../../docs/operate/import.md', import.meta.url), 'utf8');
    const examples = [...text.matchAll(/^`(\w+[.]csv)`\n\n```\n(.*?)^```/gms)].map(([, name, table]) => [name!, table!]);
    expect(examples.map(([name]) => name)).toEqual(['users.csv', 'aircraft.csv', 'pireps.csv']);
    const { counts } = await bring(product, await folderOf(product, Object.fromEntries(examples)));
    expect(counts).toMatchObject({ pilot: { created: 1, skipped: 0 }, pirep: { created: 1, skipped: 0 } });
  });

  it('leaves the choice of a password to whoever has the address', async () => {
    await using product = await startProductWithMail({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    await bring(product, await folderOf(product, { 'users.csv': users }));
    const [email, chosen] = ['maja@example.org', 'chosen by Maja herself'];
    expect((await product.send('signIn', { email, password: '' })).data?.signIn).toBeFalsy();
    expect((await product.send('signIn', { email, password: chosen })).codes).toEqual(['UNAUTHENTICATED']);
    await product.send('requestPasswordReset', { email });
    // The first mail to that address: the import sends none.
    await product.send('resetPassword', { token: await product.mailedToken(email), password: chosen });
    const token = (await product.send('signIn', { email, password: chosen })).data.signIn.accessToken;
    const { data } = await product.ask(
      '{ viewer { user { displayName emailVerified } } airline(code: "NAX") { me { pilotNumber } } }',
      {},
      { token },
    );
    expect(data).toMatchObject({
      viewer: { user: { displayName: 'Maja Nowak', emailVerified: true } },
      airline: { me: { pilotNumber: 7 } },
    });
  });

  it('gives nothing to who registered an address and did not show that it is theirs', async () => {
    await using product = await startProductWithMail({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    await product.send('register', { email: 'maja@example.org', displayName: 'Not Maja', password: 'a password for tests' });
    const folder = await folderOf(product, { 'users.csv': users });
    const { told } = await bring(product, folder);
    expect(told[0]).toContain('users.csv,2,pilot,skipped,,email,Somebody registered this address');
    await product.send('verifyEmail', { token: await product.mailedToken('maja@example.org') });
    expect((await bring(product, folder)).told[0]).toMatch(/^users.csv,2,pilot,created/);
  });
});
