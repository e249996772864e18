import { commandMessages, messages, shellMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { flight, Given, heading, ownAirline, pirepInput, pirepRow, signIn, Then, When } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const { go, help, palette, preferences } = commandMessages;

const searchField = (page: Page) => page.getByRole('combobox', { name: palette.label });
/** Opens the palette and types into it. */
async function search(page: Page, text: string) {
  await page.keyboard.press('Control+k');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type(text);
}

const helpDialog = (page: Page) => page.getByRole('dialog', { name: help.title });

async function openPreferences(page: Page) {
  await page.getByRole('button', { name: shellMessages.preferences }).click();
  await expect(page.getByRole('combobox', { name: preferences.language })).toBeVisible();
}

test('the palette leads anywhere by keys alone', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await api.filePirep(pirepInput(airline.id));

  await Given('the airlines', () => signIn(page, platformAdmin, framework));
  await When('the palette is opened and part of a name typed', async () => {
    await page.keyboard.press('Control+k');
    await expect(searchField(page)).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type(airline.name.slice(-5));
  });
  await Then('Enter goes to the airline', async () => {
    await expect(page.getByRole('option', { selected: true })).toHaveText(`${airline.code} · ${airline.name}`);
    await page.keyboard.press('Enter');
    await heading(page, airline.name);
    await expect(searchField(page)).toBeHidden();
  });
  await When('it is opened in a field, for a page of that airline', async () => {
    await page.goto(`/${framework}${to.airlines()}`);
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: messages.airlines.search }))
      .focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await page.goto(`/${framework}${to.airline(airline.code)}`);
    await heading(page, airline.name);
    await search(page, 'pireps');
    await expect(page.getByRole('option').first()).toHaveText(new RegExp(`^${go.pireps(airline.code)}`));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
  });
  await Then('that page is shown', () => heading(page, messages.pireps.title));
  await When('a flight number is typed', () => search(page, flight.flightNumber));
  await Then('the PIREP is found', async () => {
    await page
      .getByRole('group', { name: palette.pireps(airline.code) })
      .getByRole('option')
      .click();
    await heading(page, messages.pirep.title(flight.flightNumber));
  });
});

test('keys are listed, and single ones can be switched off', async ({ page, framework }) => {
  await Given('the airlines', () => signIn(page, platformAdmin, framework));
  await When('? is pressed', () => page.keyboard.press('?'));
  await Then('what keys do is listed', async () => {
    await expect(helpDialog(page).getByRole('term').filter({ hasText: go.account })).toBeVisible();
    await expectAccessible(page);
    await expectReflow(page);
    await page.keyboard.press('Escape');
    await expect(helpDialog(page)).toBeHidden();
  });
  await When('g and u are pressed', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('u');
  });
  await Then('the account is shown', () => expect(page).toHaveURL(/\/account$/));
  await When('single keys are switched off', async () => {
    await openPreferences(page);
    await page.getByRole('switch', { name: preferences.singleKeys }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });
  await Then('they do nothing, while the palette still opens', async () => {
    for (const key of ['g', 'a', '?']) await page.keyboard.press(key);
    await page.keyboard.press('Control+k');
    await expect(searchField(page)).toBeVisible();
    await expect(helpDialog(page)).toBeHidden();
    await expect(page).toHaveURL(/\/account$/);
  });
});

test('tables follow the preferences, in every tab', async ({ page, context, api, framework }) => {
  const airline = await ownAirline(api);
  await api.filePirep(pirepInput(airline.id));
  const row = (on: Page) => pirepRow(on, flight.flightNumber);

  await Given('the PIREPs, in two tabs', async () => {
    await signIn(page, platformAdmin, framework, to.pireps(airline.code));
    await expect(row(page)).toContainText('175 nm');
  });
  const other = await context.newPage();
  await other.goto(`/${framework}${to.pireps(airline.code)}`);
  await expect(row(other)).toContainText('175 nm');
  const height = async () => (await row(page).boundingBox())?.height ?? 0;
  const before = await height();

  await When('they are wanted compact, in kilometres, with the local time', async () => {
    await openPreferences(page);
    await page.getByRole('radio', { name: preferences.densities.compact }).check();
    await page.getByRole('radio', { name: preferences.distances.KM }).check();
    await page.getByRole('radio', { name: preferences.times.UTC_AND_LOCAL }).check();
    await expectReflow(page);
    await page.keyboard.press('Escape');
  });
  await Then('both tabs show them so', async () => {
    for (const tab of [page, other]) {
      await expect(row(tab)).toContainText('325 km');
      await expect(row(tab)).toContainText(/08:00z \(0[45]:30\)/); // Newfoundland, with and without summer time
    }
    expect(await height()).toBeLessThan(before);
  });
  await Then('and after a reload, too', async () => {
    await page.reload();
    await expect(row(page)).toContainText('325 km');
  });
});
