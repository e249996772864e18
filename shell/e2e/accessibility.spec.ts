import { accountMessages, accountTabs, messages, platformMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { airportField, field, flight, heading, ownAirline, pirepInput, signIn, Then } from './support/flows.ts';
import { expect, firstStart, platformAdmin, test } from './support/test.ts';

const { airlineNew, airlines, notFound, pirep, pirepFile, pireps, setup, signIn: door } = messages;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen, ${colorScheme}`, async ({ page, api, framework }) => {
    test.slow(); // a dozen screens, each read by axe and laid out again at phone width
    const airline = await ownAirline(api);
    const empty = await ownAirline(api);
    const pending = await api.filePirep(pirepInput(airline.id));
    const rejected = await api.filePirep(pirepInput(airline.id, { flightNumber: '82A', departure: 'ENBR', arrival: 'ENGM' }));
    await api.rejectPirep({ pirepId: rejected.id, reason: 'Landed at another airport.' });
    await page.emulateMedia({ colorScheme });

    const open = async (path: string, title: string) => {
      await page.goto(`/${framework}${path}`);
      await heading(page, title);
    };
    const accessible = (screen: string) => Then(`${screen} is accessible`, () => expectScreen(page));

    await open('/sign-in', door.title);
    await page.getByRole('button', { name: door.submit }).click();
    await expect(page.getByLabel(door.email)).toHaveAttribute('aria-invalid', 'true');
    await accessible('sign in, with problems');
    await signIn(page, platformAdmin, framework);
    await expect(page.getByRole('table', { name: airlines.caption })).toBeVisible();
    await accessible('airlines');
    await open(to.newAirline(), airlineNew.title);
    await accessible('new airline');
    await open(to.airline(empty.code), empty.name);
    await expect(page.getByText(pireps.empty)).toBeVisible();
    await accessible('an airline without PIREPs');
    await open(to.airline(airline.code), airline.name);
    await expect(page.getByRole('table', { name: pireps.caption })).toBeVisible();
    await accessible('an airline');
    await open(to.pireps(airline.code), pireps.title);
    await expect(page.getByRole('table', { name: pireps.caption })).toBeVisible();
    await accessible('the PIREPs');
    await open(to.pirep(airline.code, rejected.id), pirep.title('82A'));
    await accessible('a rejected PIREP');
    await open(to.pirep(airline.code, pending.id), pirep.title(flight.flightNumber));
    await accessible('a pending PIREP');
    await page.getByRole('button', { name: pirep.rejectFlight(flight.flightNumber) }).click();
    await expect(page.getByRole('dialog', { name: pirep.rejectTitle })).toBeVisible();
    await accessible('the dialog for rejecting');
    await open(to.filePirep(airline.code), pirepFile.title);
    await page.getByRole('button', { name: pirepFile.submit }).click();
    await expect(field(page, pirepFile.flightNumber)).toHaveAttribute('aria-invalid', 'true');
    await airportField(page, pirepFile.departure).pressSequentially('oslo');
    await expect(page.getByRole('option', { name: 'ENGM' })).toBeVisible();
    await accessible('the form, with problems and an open list');
    await open('/setup', platformMessages.setup.doneTitle);
    await accessible('set-up, when it is done');
    await open('/nowhere', notFound.title);
    await accessible('not found');
  });

  test(`every screen of an account, ${colorScheme}`, async ({ page, framework }) => {
    test.slow(); // as above
    await page.emulateMedia({ colorScheme });
    const { account, apiKeys, confirmEmail, forgot, mail, register, resend, reset, verify } = accountMessages;
    const accessible = (screen: string) => Then(`${screen} is accessible`, () => expectScreen(page));
    const open = async (path: string, title: string, problems = false) => {
      await page.goto(`/${framework}${path}`);
      await heading(page, title);
      if (problems) {
        await page
          .getByRole('button', { name: apiKeys.create })
          .or(page.getByRole('button', { name: register.submit }))
          .click();
        await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
      }
      await accessible(path);
    };

    await open(to.register(), register.title, true);
    await open('/verify?token=a', verify.title);
    await open(to.verify(), resend.title);
    await open(to.forgot(), forgot.title);
    await open('/reset?token=a', reset.title);
    await open('/confirm-email?token=a', confirmEmail.title);
    await open(to.signInAfter('deletion-due'), door.title);
    await signIn(page, platformAdmin, framework);
    for (const { page: tab, to: path } of accountTabs) await open(path, account.titles[tab]);
    await open(to.apiKeys(), account.titles['account-api-keys'], true);
    await open(to.mailOutbox(), mail.title);
  });

  firstStart(`set-up, ${colorScheme}`, async ({ page, fresh, framework }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/${framework}/setup?token=${fresh.setupToken}`);
    await page.getByRole('button', { name: setup.submit }).click();
    await expect(field(page, setup.displayName)).toHaveAttribute('aria-invalid', 'true');
    await expectScreen(page);
  });
}

async function expectScreen(page: Page) {
  await expectAccessible(page);
  await expectReflow(page);
}
