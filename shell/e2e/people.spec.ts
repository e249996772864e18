import { AcceptPirepDocument, messages, peopleMessages, RosterDocument, settingsMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Api } from './support/api.ts';
import {
  airlineLink,
  field,
  flight,
  Given,
  group,
  heading,
  pirepInput,
  pirepRow,
  signIn,
  Then,
  totals,
  totalsAfter,
  When,
} from './support/flows.ts';
import { expect, platformAdmin, withPilot } from './support/test.ts';

const { roster, pilot: text, admin } = peopleMessages;

const rows = (page: Page) => page.getByRole('table', { name: roster.caption }).getByRole('rowheader');
const select = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true });
const searchOf = (page: Page) => new URL(page.url()).search;

withPilot('the roster is searched, filtered and sorted, and its address says how', async ({ page, pilot, framework }) => {
  withPilot.slow(); // axe at each turn
  const airline = await pilot.join();
  const [founder, second] = [`${airline.code}0001`, `${airline.code}0002`];
  await Given('a pilot before the roster', async () => {
    await signIn(page, pilot.person, framework);
    await page.goto(`/${framework}${to.pireps(airline.code)}`);
    await airlineLink(page, messages.nav.members).click();
    await heading(page, roster.title);
    await expect(rows(page)).toHaveText([founder, second]);
    await expectAccessible(page);
    await expectReflow(page);
  });
  await When('they search', () => page.getByRole('searchbox', { name: roster.search }).fill('nora'));
  await Then('they find one, and the address has what they search for', async () => {
    await expect(rows(page)).toHaveText([second]);
    expect(searchOf(page)).toBe('?search=nora');
  });
  await When('they ask for admins as well', () => page.getByRole('link', { name: messages.roles.ADMIN, exact: true }).click());
  await Then('there is none, and a way back to all', async () => {
    await expect(page.getByText(roster.emptySearch)).toBeVisible();
    expect(searchOf(page)).toBe('?search=nora&role=ADMIN');
    await expectAccessible(page);
    await page.getByRole('link', { name: roster.clear }).click();
    await expect(rows(page)).toHaveText([founder, second]);
    await expect(page.getByRole('searchbox', { name: roster.search })).toHaveValue('');
  });
  await When('they sort by who joined last', () => select(page, roster.sort).selectOption('JOINED'));
  await Then('the last comes first, also after a reload, and back is back', async () => {
    await expect(rows(page)).toHaveText([second, founder]);
    await page.reload();
    await expect(rows(page)).toHaveText([second, founder]);
    await page.goBack();
    await expect(rows(page)).toHaveText([founder, second]);
    await expect(select(page, roster.sort)).toHaveValue('PILOT_NUMBER');
  });
  await When('an address is nonsense', () => page.goto(`/${framework}${to.members(airline.code)}?role=KING&sort=LUCK`));
  await Then('it is the whole roster', () => expect(rows(page)).toHaveText([founder, second]));
});

withPilot('an admin gives a member another role, and takes the member out', async ({ page, browser, pilot, framework }) => {
  withPilot.slow(); // two people, and axe at each turn
  const airline = await pilot.join();
  const member = pilot.person.displayName;
  const other = await (await browser.newContext({ baseURL: pilot.url })).newPage();
  const role = (who: Page, name: string) => who.getByRole('article').getByText(name, { exact: true }).first();

  await Given('a pilot at their own page, and an admin who came there by the roster', async () => {
    await signIn(other, pilot.person, framework);
    await other.goto(`/${framework}${to.member(airline.code, 2)}`);
    await heading(other, member);
    await expect(role(other, messages.roles.PILOT)).toBeVisible();
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.members(airline.code)}`);
    await page.getByRole('link', { name: `${airline.code}0002` }).click();
    await heading(page, member);
    await expectAccessible(page);
    await expectReflow(page);
  });
  await When('the admin makes them staff', async () => {
    await select(page, admin.role).selectOption('STAFF');
    await page.getByRole('button', { name: admin.save }).click();
    await expect(page.getByText(settingsMessages.saved)).toBeVisible();
  });
  await Then('they are, at once, and may read who did it', async () => {
    await expect(role(other, messages.roles.STAFF)).toBeVisible();
    await expect(other.getByRole('listitem').filter({ hasText: `${platformAdmin.displayName} gave` })).toBeVisible();
  });
  await When('the only admin would be no admin', async () => {
    await page.goto(`/${framework}${to.member(airline.code, 1)}`);
    await heading(page, platformAdmin.displayName);
    await select(page, admin.role).selectOption('PILOT');
    await page.getByRole('button', { name: admin.save }).click();
  });
  await Then('they are refused, in words', async () => {
    await expect(page.getByRole('alert')).toHaveText('An airline needs an admin: make somebody else one first.');
    await expectAccessible(page);
  });
  await When('they remove the member, not without saying why', async () => {
    await page.goto(`/${framework}${to.member(airline.code, 2)}`);
    await page.getByRole('button', { name: admin.remove }).click();
    const dialog = page.getByRole('dialog', { name: admin.removeTitle(member) });
    await dialog.getByRole('button', { name: admin.removeSubmit }).click();
    await expect(field(page, messages.pirep.reason)).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await field(page, messages.pirep.reason).fill('Never flew.');
    await dialog.getByRole('button', { name: admin.removeSubmit }).click();
  });
  await Then('the page is that of a former member', async () => {
    await expect(page.getByText(admin.removed(member))).toBeVisible();
    await expect(role(page, text.former)).toBeVisible();
    await expect(page.getByRole('button', { name: admin.remove })).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: 'Never flew.' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: text.back, exact: true }).last().click();
    await expect(rows(page)).toHaveText([`${airline.code}0001`]);
  });
  await other.context().close();
});

for (const colorScheme of ['light', 'dark'] as const)
  withPilot(`a pilot’s page tells what they flew, ${colorScheme}`, async ({ page, mailedApi, pilot, framework }) => {
    withPilot.slow(); // axe reads it twice
    const airline = await pilot.join();
    const own = new Api(pilot.url);
    await own.signIn(pilot.person);
    const filed = await own.filePirep(pirepInput(airline.id));
    await mailedApi.run(AcceptPirepDocument, { input: { pirepId: filed.id } });
    await page.emulateMedia({ colorScheme });

    await Given('an admin who follows a name in the PIREPs', async () => {
      await signIn(page, platformAdmin, framework);
      await page.goto(`/${framework}${to.pireps(airline.code)}`);
      await pirepRow(page, flight.flightNumber).getByRole('link', { name: pilot.person.displayName }).click();
      await heading(page, pilot.person.displayName);
    });
    await Then('there are totals, days, routes, flights and what happened', async () => {
      await expect(totals(page)).toHaveText(totalsAfter);
      await expect(page.getByRole('img', { name: /1:05/ })).toBeVisible();
      await expect(page.getByRole('table', { name: text.routesCaption }).getByRole('row')).toHaveCount(2);
      await expect(pirepRow(page, flight.flightNumber)).toContainText(messages.states.ACCEPTED);
      await expect(page.getByRole('listitem').filter({ hasText: 'accepted' })).toBeVisible();
      await expectAccessible(page);
      await expectReflow(page);
    });
    await When('they look at a whole year', () => page.getByRole('button', { name: text.days(365) }).click());
    await Then('it is there, as a table too', async () => {
      await expect(page.getByLabel(text.totals(365)).getByRole('definition').first()).toHaveText('1:05');
      await page.getByRole('figure').getByText('table').click();
      await expect(page.getByRole('figure').getByRole('row')).toHaveCount(366);
      await expectAccessible(page);
    });
    await When('there is no such number', () => page.goto(`/${framework}${to.member(airline.code, 99)}`));
    await Then('the page says so', () => expect(page.getByText(text.notFound)).toBeVisible());
  });

withPilot('a pilot reads of others what everybody may, leaves, and is a stranger then', async ({ page, mailedApi, pilot, framework }) => {
  withPilot.slow(); // axe at each turn
  const airline = await pilot.join();
  const read = await mailedApi.run(RosterDocument, { code: airline.code });
  expect(read.airline?.members.totalCount).toBe(2);
  await Given('a pilot at the page of an admin', async () => {
    await signIn(page, pilot.person, framework);
    await page.goto(`/${framework}${to.member(airline.code, 1)}`);
    await heading(page, platformAdmin.displayName);
    await expect(page.getByText(text.noPireps)).toBeVisible();
  });
  await Then('there is nothing to decide, and no history', async () => {
    await expect(group(page, admin.title)).toBeHidden();
    await expect(page.getByRole('heading', { name: text.historyTitle })).toBeHidden();
    await expectAccessible(page);
  });
  await When('they leave, at their own page', async () => {
    await page.goto(`/${framework}${to.member(airline.code, 2)}`);
    await expect(page.getByRole('heading', { name: text.historyTitle })).toBeVisible();
    await page.getByRole('button', { name: settingsMessages.danger.leave }).click();
    const dialog = page.getByRole('dialog', { name: settingsMessages.danger.leaveTitle(airline.name) });
    await dialog.getByRole('button', { name: settingsMessages.danger.leave }).click();
    await heading(page, messages.airlines.title);
  });
  await Then('there is no roster for them any more', async () => {
    await page.goto(`/${framework}${to.members(airline.code)}`);
    await heading(page, messages.notFound.title);
    await page.goto(`/${framework}${to.member(airline.code, 1)}`);
    await heading(page, messages.notFound.title);
  });
});
