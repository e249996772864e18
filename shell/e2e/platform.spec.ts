import {
  accountMessages,
  messages,
  type PlatformTab,
  platformMessages,
  platformTabs,
  RegisterDocument,
  to,
  troubleMessages,
} from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { airlineLink, field, Given, heading, ownAirline, signIn, Then, When } from './support/flows.ts';
import { expect, type Person, platformAdmin, test, withMail } from './support/test.ts';

const { airlines, health, users } = platformMessages;
const titles: Record<PlatformTab, string> = {
  'admin-airlines': airlines.title,
  'admin-users': users.title,
  'admin-health': health.title,
  'mail-outbox': accountMessages.mail.title,
};

function tab(page: Page, name: PlatformTab) {
  return page.getByRole('navigation', { name: platformMessages.sections }).getByRole('link', { name: platformMessages.tabs[name] });
}

async function expectScreen(page: Page) {
  test.slow(); // axe reads it twice
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectReflow(page);
}

test('an airline is suspended, and goes on', async ({ page, browser, baseURL, api, framework }) => {
  const airline = await ownAirline(api);
  const member = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: airline.code }) });

  await Given('a platform admin among all airlines', async () => {
    await signIn(page, platformAdmin, framework);
    await page.getByRole('link', { name: messages.nav.platform }).click();
    await heading(page, airlines.title);
    await page.getByRole('searchbox', { name: messages.airlines.search }).fill(airline.name);
    await expect(row).toContainText(airlines.states.ACTIVE);
    await expect(page.getByText(messages.airlines.count(1))).toBeVisible();
  });
  await Given('a member who may file a PIREP', async () => {
    await signIn(member, platformAdmin, framework);
    await member.goto(`/${framework}${to.airline(airline.code)}`);
    await expect(airlineLink(member, messages.nav.file)).toBeVisible();
  });
  await When('they suspend it, not without a reason', async () => {
    await row.getByRole('button', { name: airlines.suspendOf(airline.name) }).click();
    await page.getByRole('button', { name: airlines.suspendSubmit }).click();
    await expect(field(page, messages.pirep.reason)).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await field(page, messages.pirep.reason).fill('The fleet is grounded.');
    await page.getByRole('button', { name: airlines.suspendSubmit }).click();
  });
  await Then('it says so here, and its pages say why', async () => {
    await expect(page.getByText(airlines.suspended(airline.name))).toBeVisible();
    await expect(row).toContainText(airlines.states.SUSPENDED);
    await expectScreen(page);
    await member.reload();
    await expect(member.getByText('The fleet is grounded.').first()).toBeVisible();
  });
  await When('they reinstate it', async () => {
    await row.getByRole('button', { name: airlines.reinstateOf(airline.name) }).click();
    await field(page, messages.pirep.reason).fill('All checks are done.');
    await page.getByRole('button', { name: airlines.reinstateSubmit }).click();
  });
  await Then('it goes on', async () => {
    await expect(row).toContainText(airlines.states.ACTIVE);
    await row.getByRole('link', { name: airline.name }).click();
    await heading(page, airline.name);
    await expect(page.getByText('All checks are done.')).toBeVisible();
  });
  await member.context().close();
});

test('people are found, page by page', async ({ page, api, framework }) => {
  const pilots = Array.from({ length: 26 }, (_, place) => ({
    email: `pilot${place}@example.org`,
    displayName: `Pilot Number${place}`,
    password: 'a runway in the morning',
  }));
  for (const input of pilots) await api.run(RegisterDocument, { input });

  await Given('more people than a page holds', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.adminUsers()}`);
    await heading(page, users.title);
    await expect(page.getByRole('rowheader')).toHaveCount(25);
  });
  await When('I load more', () => page.getByRole('button', { name: messages.loadMore }).click());
  await Then('the first of them is there, the platform admin', async () => {
    const row = page.getByRole('row').filter({ hasText: platformAdmin.email });
    await expect(row).toContainText(users.admin);
    await expect(row).toContainText(users.verified);
    await expectScreen(page);
  });
  await When('I search', () => page.getByRole('searchbox', { name: users.search }).fill('pilot17@'));
  await Then('one is left, who has not proved their address', async () => {
    await expect(page.getByRole('rowheader')).toHaveText([/Pilot Number17/]);
    await expect(page.getByRole('row').last()).toContainText(users.unverified);
    await expect(page.getByText(users.count(1))).toBeVisible();
  });
  await When('I search for nobody', () => page.getByRole('searchbox', { name: users.search }).fill('zzz'));
  await Then('nobody is found', () => expect(page.getByText(users.none)).toBeVisible());
});

withMail('health keeps itself up to date while it is seen', async ({ page, framework, mailed, mailedApi }) => {
  const figure = page.getByLabel(health.figures).locator('.stat').filter({ hasText: health.failedMail });
  await Given('a platform admin at the figures of a server that cannot send mail', async () => {
    await mailed.restart({ JETBRIDGE_SMTP_URL: 'smtp://127.0.0.1:9', JETBRIDGE_MAIL_FROM: 'Jetbridge <tower@example.org>' });
    await signIn(page, platformAdmin, framework, to.adminAirlines());
    await tab(page, 'admin-health').click();
    await heading(page, health.title);
    await expect(figure).toContainText(health.levels.ok);
    await expect(page.getByText(health.troubleCount(0))).toBeVisible();
    await expect(page.getByText(health.noneStopped)).toBeVisible();
    await expectScreen(page);
  });
  await When('mail is to be sent', () =>
    mailedApi.register({ email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' }),
  );
  await Then('it is told without a reload, in words', async () => {
    await expect(figure).toContainText(health.levels.warn, { timeout: 20_000 });
    await expect(page.getByRole('listitem').filter({ hasText: troubleMessages.MAIL_FAILING.nextStep })).toBeVisible({ timeout: 10_000 });
    await expectScreen(page);
  });
});

withMail('what is wrong is said while it is, and the last that is known stays in sight', async ({ page, framework, mailed, problems }) => {
  problems.allow(/ERR_|WebSocket|50[0-9]/); // the server goes away twice
  test.slow(); // it is started three times
  const troubles = page.getByRole('region', { name: health.troubles });
  const nobody = troubleMessages.NO_PROJECTOR;
  await Given('a platform admin, and nothing that is wrong', async () => {
    await signIn(page, platformAdmin, framework, to.adminAirlines());
    await tab(page, 'admin-health').click();
    await heading(page, health.title);
    await expect(troubles.getByRole('status')).toHaveText(health.troubleCount(0));
  });
  await When('the connection is gone', () => page.context().setOffline(true));
  await Then('it is said that what is shown is from before', async () => {
    await expect(page.getByText(health.late)).toBeVisible({ timeout: 20_000 });
    await expect(troubles.getByRole('status')).toHaveText(health.troubleCount(0));
    await expectScreen(page);
    await page.context().setOffline(false);
    await expect(page.getByText(health.late)).toBeHidden({ timeout: 20_000 });
  });
  await When('nobody projects any more', () => mailed.restart({ JETBRIDGE_ROLES: 'gateway' }));
  await Then('it is said what is wrong, and what to do', async () => {
    const trouble = troubles.getByRole('listitem');
    await expect(trouble).toContainText(nobody.nextStep, { timeout: 20_000 });
    await expect(trouble).toContainText(health.levels.bad);
    await expect(troubles.getByRole('status')).toHaveText(health.troubleCount(1));
    await expectScreen(page);
  });
  await When('somebody does again', () => mailed.restart({}));
  await Then('nothing is wrong, without a reload', async () => {
    await expect(troubles.getByRole('status')).toHaveText(health.troubleCount(0), { timeout: 20_000 });
    await expect(troubles.getByRole('listitem')).toHaveCount(0);
  });
});

withMail('the tabs lead everywhere, and nobody else there', async ({ page, framework, mails, mailedApi }) => {
  const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };
  await mailedApi.register(nora);
  await mails.mail(nora.email);
  await Given('a platform admin', async () => {
    await signIn(page, platformAdmin, framework, to.adminAirlines());
    for (const { page: name } of platformTabs) {
      await tab(page, name).click();
      await heading(page, titles[name]);
      await expect(tab(page, name)).toHaveAttribute('aria-current', 'page');
    }
    await page.getByRole('button', { name: messages.nav.signOut }).click();
    await heading(page, messages.signIn.title);
  });
  await Then('a pilot finds nothing there', async () => {
    await signIn(page, nora, framework);
    await expect(page.getByRole('link', { name: messages.nav.platform })).toHaveCount(0);
    for (const { to: path } of platformTabs) {
      await page.goto(`/${framework}${path}`);
      await heading(page, messages.notFound.title);
    }
  });
});
