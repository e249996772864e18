import {
  AcceptPirepDocument,
  accountMessages,
  conversationMessages,
  dashboardMessages,
  LoadDemoDocument,
  messages,
  peopleMessages,
  platformMessages,
  reviewMessages,
  SetRanksDocument,
  SuspendAirlineDocument,
  to,
  troubleMessages,
} from '@jetbridge/schema';
import type { Browser, Page } from '@playwright/test';
import { Api } from './support/api.ts';
import { field, Given, heading, ownAirline, pirepInput, signIn } from './support/flows.ts';
import { drawn, expectAlike, inEach, tried } from './support/parity.ts';
import { startProduct } from './support/product.ts';
import { expect, type Framework, firstStart, platformAdmin, test } from './support/test.ts';

const { airlines, health, setup, users } = platformMessages;

test('an airline’s home and the platform are the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times a dozen pages
  const airline = await ownAirline(api);
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  await expectAlike(page, to.airline(airline.code), airline.name, 'with nothing flown', (at) =>
    at.getByText(dashboardMessages.stats.none).waitFor(),
  );
  const ranks = [{ name: 'Cadet', minimumHours: 0 }, ...[{ name: 'Captain', minimumHours: 5 }]];
  await api.run(SetRanksDocument, { input: { airlineId: airline.id, ranks } });
  const { id: pirepId } = await api.filePirep(pirepInput(airline.id));
  await api.run(AcceptPirepDocument, { input: { pirepId } });
  const { stats } = dashboardMessages;
  await expectAlike(page, to.airline(airline.code), airline.name, 'with a flight, as a table', async (at) => {
    await at.getByRole('table', { name: stats.leaderboard }).waitFor();
    await at.getByRole('button', { name: stats.measures.DISTANCE }).click();
    await at.getByRole('table', { name: stats.leaderboard }).getByText('175 nm').waitFor();
    await at.getByText(stats.asTable).click();
  });
  await expectAlike(page, to.adminAirlines(), airlines.title);
  await expectAlike(page, to.adminAirlines(), airlines.title, 'asking why', async (at) => {
    await at.getByRole('button', { name: airlines.suspendOf(airline.name) }).click();
    await at.getByRole('dialog').locator('button[type=submit]').click();
  });
  await api.run(SuspendAirlineDocument, { input: { airlineId: airline.id, reason: 'The fleet is grounded.' } });
  await expectAlike(page, to.adminAirlines(), airlines.title, 'about to reinstate one', async (at) => {
    await at.getByRole('button', { name: airlines.reinstateOf(airline.name) }).click();
    await at.getByRole('dialog').waitFor();
  });
  await expectAlike(page, to.adminAirlines(), airlines.title, 'with none found', async (at) => {
    await at.getByRole('searchbox', { name: messages.airlines.search }).fill('zzz');
    await at.getByText(messages.airlines.emptySearch).waitFor();
  });
  await expectAlike(page, to.adminUsers(), users.title);
  await expectAlike(page, to.adminUsers(), users.title, 'with nobody found', async (at) => {
    await at.getByRole('searchbox', { name: users.search }).fill('zzz');
    await at.getByText(users.none).waitFor();
  });
  await expectAlike(page, to.adminHealth(), health.title, 'alone', async (at) => {
    const connections = at.locator('.fact').filter({ hasText: health.connections });
    await expect(connections.getByRole('definition'), 'the page before has gone').toHaveText('1');
  });
  await expectAlike(page, to.mailOutbox(), accountMessages.mail.title);
  await expectAlike(page, to.newAirline(), messages.airlineNew.title);
  await expectAlike(page, to.newAirline(), messages.airlineNew.title, 'with problems', tried);
});

test('what is wrong is said the same in the three front ends', async ({ browser }) => {
  await using product = await startProduct();
  await new Api(product.url).completeSetup({ ...platformAdmin, token: product.setupToken });
  const page = await (await browser.newContext({ baseURL: product.url })).newPage();
  await signIn(page, platformAdmin, 'react');
  await product.restart({ JETBRIDGE_ROLES: 'gateway' });
  await expectAlike(page, to.adminHealth(), health.title, 'with nobody who projects', async (at) => {
    await at.getByText(troubleMessages.NO_PROJECTOR.nextStep).waitFor();
    const connections = at.locator('.fact').filter({ hasText: health.connections });
    await expect(connections.getByRole('definition'), 'the page before has gone').toHaveText('1');
  });
  await page.context().close();
});

firstStart('the first run and the demo are the same in the three front ends', async ({ page, fresh }) => {
  firstStart.slow(); // three times a dozen pages, most with three hundred flights behind them
  await expectAlike(page, '/sign-in', messages.signIn.title, 'before anybody is there', (at) =>
    at.getByText(messages.signIn.needed).waitFor(),
  );
  await expectAlike(page, '/setup', messages.setup.title);
  await expectAlike(page, `/setup?token=${fresh.setupToken}`, messages.setup.title, 'with problems', tried);
  const admin = new Api(fresh.url);
  await admin.completeSetup({ ...platformAdmin, token: fresh.setupToken });
  await expectAlike(page, '/setup', messages.setup.title);
  await signIn(page, platformAdmin, 'react');
  await expectAlike(page, to.airlines(), messages.airlines.title, 'without any', (at) => at.getByText(messages.airlines.empty).waitFor());
  await expectAlike(page, to.mailOutbox(), accountMessages.mail.title, 'without any', (at) =>
    at.getByText(accountMessages.mail.empty).waitFor(),
  );
  await expectAlike(page, '/setup', setup.airlineTitle, 'with problems', tried);
  await admin.run(LoadDemoDocument, {});
  await expectAlike(page, '/setup', setup.doneTitle);
  await expectAlike(page, to.airlines(), messages.airlines.title, 'of the demo', (at) => at.getByText('Nordlys Virtual').waitFor());
  await expectAlike(page, to.airline('NDL'), 'Nordlys Virtual', 'of the demo', (at) =>
    at.getByRole('table', { name: dashboardMessages.stats.leaderboard }).waitFor(),
  );
  await expectAlike(page, to.pireps('NDL'), messages.pireps.title, 'with more', async (at) => {
    const rows = at.getByRole('table', { name: messages.pireps.caption }).getByRole('rowheader');
    await rows.first().waitFor();
    const before = await rows.count();
    await at.getByRole('button', { name: messages.loadMore }).click();
    await expect(rows).not.toHaveCount(before);
  });
  await expectAlike(page, to.pireps('NDL'), messages.pireps.title, 'with more that is refused', async (at) => {
    await at.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('"after":"')) return route.fallback();
      await route.fulfill({ json: { errors: [{ message: 'Not now.', extensions: { code: 'INVALID_INPUT' } }] } });
    });
    await at.getByRole('button', { name: messages.loadMore }).click();
    await at.getByText('Not now.').waitFor();
    await at.unroute('**/graphql');
  });
  await expectAlike(page, to.filePirep('NDL'), messages.pirepFile.title, 'as no member');
  await expectAlike(page, to.members('NDL'), peopleMessages.roster.title, 'of the demo', (at) => at.getByRole('table').waitFor());
  await expectAlike(page, to.member('NDL', 3), 'Maja Nowak', 'of the demo', async (at) => {
    await at.getByRole('table', { name: peopleMessages.pilot.routesCaption }).waitFor();
    await at.getByRole('table', { name: messages.pireps.caption }).waitFor();
  });
  await expectAlike(page, to.review('NDL'), reviewMessages.title, 'of the demo', async (at) => {
    await expect(at.getByRole('navigation', { name: reviewMessages.tabsLabel })).toContainText(/\d/);
    await at.getByRole('list').filter({ hasText: conversationMessages.did.PIREP_FILED }).waitFor();
  });
});

/** Someone before the second step, each time where nobody has taken it. */
async function atFirstAirline(browser: Browser, framework: Framework, go: (page: Page) => Promise<void>) {
  await using product = await startProduct();
  await new Api(product.url).completeSetup({ ...platformAdmin, token: product.setupToken });
  const page = await (await browser.newContext({ baseURL: product.url })).newPage();
  await signIn(page, platformAdmin, framework);
  await page.goto(`/${framework}${to.setup()}`);
  await heading(page, setup.airlineTitle);
  await go(page);
  await heading(page, setup.doneTitle);
  const screen = await drawn(page, framework);
  await page.context().close();
  return screen;
}

test('an airline made in the first run is the same in the three front ends', async ({ browser }) => {
  test.slow(); // three servers
  await inEach('/setup, with an airline made', (framework) =>
    atFirstAirline(browser, framework, async (page) => {
      await field(page, messages.airlineNew.name).fill('Nordic Air Express');
      await field(page, messages.airlineNew.code).fill('NAX');
      await tried(page);
    }),
  );
});

test('the demo accounts are the same in the three front ends', async ({ browser }) => {
  test.slow(); // three servers, and three hundred flights in each
  await inEach('/setup, with the demo accounts', (framework) =>
    atFirstAirline(browser, framework, async (page) => {
      await page.getByRole('button', { name: setup.demo }).click();
      await page.getByRole('table', { name: setup.accounts }).waitFor({ timeout: 30_000 });
    }),
  );
});
