import { messages, platformMessages, shellMessages } from '@jetbridge/schema';
import {
  airlineLink,
  field,
  fillPirep,
  flight,
  Given,
  heading,
  pirepRow,
  Then,
  totals,
  totalsAfter,
  totalsBefore,
  When,
} from './support/flows.ts';
import { expect, firstStart, platformAdmin } from './support/test.ts';

firstStart('a stranger sets up, makes an airline, files a flight and accepts it', async ({ page, fresh, framework }) => {
  const { setup, airlineNew, pirepFile, pireps, pirep, nav, states, signIn } = messages;

  await Given('the set-up link from the log', async () => {
    await page.goto(`/${framework}/setup?token=${fresh.setupToken}`);
    await heading(page, setup.title);
  });

  await When('I make myself the platform admin', async () => {
    await field(page, setup.displayName).fill(platformAdmin.displayName);
    await field(page, setup.email).fill(platformAdmin.email);
    await page.getByLabel(setup.password).fill(platformAdmin.password);
    await page.getByRole('button', { name: setup.submit }).click();
  });
  await Then('I am welcome, and led to my first airline', async () => {
    await expect(page.getByText(setup.welcome)).toBeVisible();
    await heading(page, platformMessages.setup.airlineTitle);
    // There is nothing to follow yet, so the page does not claim to be trying.
    await expect(page.getByText(shellMessages.live.connecting)).toBeHidden();
  });

  await When('I create the airline', async () => {
    await field(page, airlineNew.name).fill('Nordic Air Express');
    await field(page, airlineNew.code).fill('nax');
    await field(page, airlineNew.iata).fill('N1');
    await page.getByRole('combobox', { name: airlineNew.joinPolicy }).selectOption('OPEN');
    await page.getByRole('button', { name: airlineNew.submit }).click();
  });
  await Then('it is mine', async () => {
    await heading(page, platformMessages.setup.doneTitle);
    await page.getByRole('link', { name: platformMessages.setup.open('Nordic Air Express') }).click();
  });
  await Then('it is empty', async () => {
    await heading(page, 'Nordic Air Express');
    await expect(page).toHaveURL(`/${framework}/airlines/NAX`);
    await expect(totals(page)).toHaveText(totalsBefore);
    await expect(page.getByText(pireps.empty)).toBeVisible();
  });

  await When('I file a flight, choosing the airports with the keyboard', async () => {
    await airlineLink(page, nav.file).click();
    await heading(page, pirepFile.title);
    await fillPirep(page);
    await expect(page.getByText(pirepFile.greatCircle(175.3))).toBeVisible();
    // At once: no toast may lie over the button.
    await page.getByRole('button', { name: pirepFile.submit }).click({ timeout: 2_000 });
  });
  await Then('it is in the list, waiting for review', async () => {
    await heading(page, pireps.title);
    await expect(page.getByText(pirepFile.filed(flight.flightNumber))).toBeVisible();
    await expect(pirepRow(page, flight.flightNumber)).toContainText(states.PENDING);
    await expect(pirepRow(page, flight.flightNumber)).toContainText('1:05');
  });

  await When('I accept it on the airline page', async () => {
    await airlineLink(page, nav.home).click();
    await expect(totals(page)).toHaveText(totalsBefore);
    await page.getByRole('button', { name: pirep.acceptFlight(flight.flightNumber) }).click();
  });
  await Then('my totals count it', async () => {
    await expect(pirepRow(page, flight.flightNumber)).toContainText(states.ACCEPTED);
    await expect(totals(page)).toHaveText(totalsAfter);
  });

  await When('I reload', () => page.reload());
  await Then('I am still signed in and everything is there', async () => {
    await heading(page, 'Nordic Air Express');
    await expect(totals(page)).toHaveText(totalsAfter);
  });

  await When('I sign out', () => page.getByRole('button', { name: nav.signOut }).click());
  await Then('I am at the door, also after a reload', async () => {
    await heading(page, signIn.title);
    await page.reload();
    await heading(page, signIn.title);
    await expect(page.getByText('Nordic Air Express')).toHaveCount(0);
  });
});
