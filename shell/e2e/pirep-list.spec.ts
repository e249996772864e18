import { readFile } from 'node:fs/promises';
import { type FilePirepInput, messages, problemMessages, pirepMessages as text, to } from '@jetbridge/schema';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Given, heading, ownAirline, pirepInput, pirepRow, signIn, Then, When } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const { pireps } = messages;
const flights: Partial<FilePirepInput>[] = [
  { flightNumber: '101', network: 'VATSIM' },
  { flightNumber: '102', aircraftType: 'A320', arrival: 'ENVA', distanceNm: 900 },
  { flightNumber: '103', offBlockAt: '2026-03-01T08:00:00Z', onBlockAt: '2026-03-01T11:30:00Z', arrival: 'EGLL' },
  { flightNumber: '104', remarks: 'A comma, a "quote"' },
];

for (const colorScheme of ['light', 'dark'] as const)
  test(`the list shows what its address says, and the other way round, ${colorScheme}`, async ({ page, api, framework }) => {
    const airline = await ownAirline(api);
    for (const flight of flights) await api.filePirep(pirepInput(airline.id, flight));
    await page.emulateMedia({ colorScheme });
    const path = to.pireps(airline.code);
    const filters = page.getByRole('region', { name: text.filtersLabel });
    const count = (many: number) => expect(page.getByRole('status').filter({ hasText: pireps.count(many) })).toBeVisible();
    const rows = page.getByRole('table', { name: pireps.caption }).getByRole('rowheader');

    await Given('a list of four', async () => {
      await signIn(page, platformAdmin, framework);
      await page.goto(`/${framework}${path}?airport=%3Cb%3E&sort=LUCK&more=1`);
      await heading(page, pireps.title);
      await count(4);
    });
    await When('it is narrowed', async () => {
      await page.getByRole('button', { name: text.filters(0), exact: true }).click();
      await filters.getByLabel(text.aircraft).fill('a320');
    });
    await Then('it is shorter, and the address says so', async () => {
      await count(1);
      await expect(pirepRow(page, '102')).toBeVisible();
      await expect(page).toHaveURL(/\?aircraft=A320$/);
      await expect(page.getByRole('button', { name: text.filters(1) })).toHaveAttribute('aria-expanded', 'true');
      await expectAccessible(page);
      await expectReflow(page);
    });
    await When('something else is asked for', async () => {
      await filters.getByLabel(text.aircraft).fill('');
      await filters.getByLabel(text.network).selectOption('VATSIM');
      await expect(page).toHaveURL(/\?network=VATSIM$/);
      await count(1);
      await filters.getByLabel(text.network).selectOption(text.anyNetwork);
      await filters.getByLabel(text.from).fill('2026-02-28');
      await filters.getByLabel(text.to).fill('2026-03-01');
    });
    await Then('it has that, both days included', async () => {
      await expect(page).toHaveURL(/\?from=2026-02-28&to=2026-03-01$/);
      await count(1);
      await expect(pirepRow(page, '103')).toBeVisible();
    });
    await When('the page is loaded again', () => page.reload());
    await Then('it is as it was', async () => {
      await expect(filters.getByLabel(text.from)).toHaveValue('2026-02-28');
      await count(1);
    });
    await When('nothing fits', () => filters.getByLabel(text.text).fill('zeppelin'));
    await Then('it says so, and offers all of them', async () => {
      await expect(page.getByText(pireps.emptyFilter)).toBeVisible();
      await filters.getByRole('button', { name: text.clear }).click();
      await expect(filters.getByLabel(text.text)).toHaveValue('');
      await count(4);
    });
    await When('it is sorted by distance', () => page.getByRole('columnheader', { name: pireps.distance }).getByRole('link').click());
    await Then('the longest comes first, then the shortest', async () => {
      await expect(page.getByRole('columnheader', { name: pireps.distance })).toHaveAttribute('aria-sort', 'descending');
      await expect(rows.first()).toHaveText('102');
      await page.getByRole('columnheader', { name: pireps.distance }).getByRole('link').click();
      await expect(page).toHaveURL(/sort=DISTANCE_ASC/);
      await expect(rows.last()).toHaveText('102');
    });
    await When('it is saved as a file', async () => {
      await filters.getByLabel(text.aircraft).fill('B738');
      await count(3);
    });
    await Then('the file has the rows of the list', async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: text.csv }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`${airline.code}-pireps.csv`);
      const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines.join('\n')).toContain('"A comma, a ""quote"""');
    });
  });

test('what arrives does not move the row with the focus', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  for (const flightNumber of ['201', '202']) await api.filePirep(pirepInput(airline.id, { flightNumber }));
  const link = page.getByRole('link', { name: '201', exact: true });
  await Given('somebody on a row', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.pireps(airline.code)}`);
    await expect(pirepRow(page, '202')).toBeVisible();
    await link.focus();
  });
  const before = await link.boundingBox();
  await When('another PIREP is filed', () => api.filePirep(pirepInput(airline.id, { flightNumber: '203' })));
  await Then('it is announced, and the row stands where it stood', async () => {
    await expect(page.getByRole('status').filter({ hasText: pireps.fresh(1) })).toBeVisible();
    await expect(link).toBeFocused();
    expect((await link.boundingBox())?.y).toBe(before?.y);
    await expect(pirepRow(page, '203')).toBeHidden();
  });
  await When('the focus leaves the table', () => page.getByRole('link', { name: messages.states.PENDING, exact: true }).focus());
  await Then('the new one is there', () => expect(pirepRow(page, '203')).toBeVisible());
  await When('Enter is pressed on a row', async () => {
    await link.focus();
    await page.keyboard.press('Enter');
  });
  await Then('it opens', () => heading(page, messages.pirep.title('201')));
});

test('a filter that is being mended is not wiped, and Clear empties it half typed', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  for (const flight of flights.slice(0, 2)) await api.filePirep(pirepInput(airline.id, flight));
  const path = `/${framework}${to.pireps(airline.code)}`;
  const filters = page.getByRole('region', { name: text.filtersLabel });
  const airport = filters.getByLabel(text.airport);
  const clear = filters.getByRole('button', { name: text.clear });
  await Given('the flights of one airport', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`${path}?airport=ENVA`);
    await expect(pirepRow(page, '102')).toBeVisible();
    await expect(pirepRow(page, '101')).toBeHidden();
  });
  await When('its code is shortened, and typing pauses', async () => {
    await airport.press('End');
    await airport.press('Backspace');
    await airport.press('Backspace');
    await expect(page).toHaveURL(path);
    await expect(pirepRow(page, '101')).toBeVisible();
  });
  await Then('what is left of it stays, and is typed on', async () => {
    await expect(airport).toHaveValue('EN');
    await airport.pressSequentially('br');
    await expect(page).toHaveURL(`${path}?airport=ENBR`);
    await expect(pirepRow(page, '102')).toBeHidden();
    await expect(airport).toHaveValue('ENbr');
  });
  await When('it is half typed again, and all filters are cleared', async () => {
    await airport.fill('E');
    await expect(page).toHaveURL(path);
    await clear.click();
  });
  await Then('it is empty', async () => {
    await expect(airport).toHaveValue('');
    await expect(clear).toBeFocused();
  });
});

test('a further page that fails says so, is asked for again, and takes the keyboard along', async ({ page, api, framework, problems }) => {
  test.slow(); // after the retries nobody sees
  problems.allow(/500/);
  const airline = await ownAirline(api);
  for (let number = 100; number < 126; number++) await api.filePirep(pirepInput(airline.id, { flightNumber: String(number) }));
  const rows = page.getByRole('table', { name: pireps.caption }).getByRole('rowheader');
  const retry = page.getByRole('button', { name: messages.retry });
  await Given('one PIREP more than a page has, and a server that does not give it away', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.pireps(airline.code)}`);
    await expect(rows).toHaveCount(25);
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"after":"')) await route.fulfill({ status: 500, body: 'Internal Server Error' });
      else await route.fallback();
    });
  });
  await When('more is asked for', () => page.getByRole('button', { name: messages.loadMore }).press('Enter'));
  await Then('the table says what is wrong, and the focus is on what to do about it', async () => {
    await expect(page.getByRole('table').getByRole('alert')).toHaveText(problemMessages.unreachable, { timeout: 30_000 });
    await expect(retry).toBeFocused();
    await expect(rows).toHaveCount(25);
    await expectAccessible(page);
    await expectReflow(page);
  });
  await When('it is asked for again', async () => {
    await page.unroute('**/graphql');
    await page.keyboard.press('Enter');
  });
  await Then('it is there, and the focus on it', async () => {
    await expect(rows).toHaveCount(26);
    await expect(page.getByRole('link', { name: '100', exact: true })).toBeFocused();
    await expect(page.getByRole('alert')).toBeHidden();
  });
});
