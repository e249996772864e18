import {
  AcceptPirepDocument,
  AskPilotDocument,
  accountMessages,
  conversationMessages,
  joiningMessages,
  messages,
  peopleMessages,
  pirepMessages,
  pirepRules,
  platformMessages,
  reviewMessages,
  settingsMessages,
  to,
} from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { airportField, fillPirep, Given, ownAirline, pirepInput, signIn } from './support/flows.ts';
import { expectAlike, tried } from './support/parity.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const { pirep, pirepFile, pireps } = messages;

const reviewed = (at: Page) => at.getByRole('list').filter({ hasText: conversationMessages.did.PIREP_FILED }).waitFor();
/** The figures of the queue come by themselves. */
const counted = (at: Page) => expect(at.getByRole('navigation', { name: reviewMessages.tabsLabel })).toContainText(/\d/);

test('who looks at PIREPs sees the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times a dozen pages
  const airline = await ownAirline(api);
  const { code } = airline;
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  const csv = (at: Page) => at.getByRole('button', { name: pirepMessages.csv }).waitFor();
  await expectAlike(page, to.pireps(code), pireps.title, 'without any', csv);
  await expectAlike(page, to.review(code), reviewMessages.title, 'without any', async (at) => {
    await counted(at);
    await at.getByText(reviewMessages.empty.pending).waitFor();
  });
  await api.filePirep(pirepInput(airline.id));
  await expectAlike(page, to.airlines(), messages.airlines.title);
  await expectAlike(page, to.airline(code), airline.name);
  await expectAlike(page, to.pireps(code), pireps.title, 'with one', csv);
  await expectAlike(page, `${to.pireps(code)}?aircraft=B738&sort=DISTANCE_DESC`, pireps.title, 'filtered', (at) =>
    at.getByRole('region', { name: pirepMessages.filtersLabel }).waitFor(),
  );
  await expectAlike(page, to.pireps(code, 'REJECTED'), pireps.title, 'with none that fits', csv);
  await expectAlike(page, to.review(code), reviewMessages.title, 'with one', async (at) => {
    await counted(at);
    await reviewed(at);
  });
  await expectAlike(page, to.review(code, 'awaiting'), reviewMessages.title, 'with none awaited', async (at) => {
    await counted(at);
    await at.getByText(reviewMessages.empty.awaiting).waitFor();
  });
  await expectAlike(page, to.review(code), reviewMessages.title, 'asking why not', async (at) => {
    await counted(at);
    await reviewed(at);
    await at.keyboard.press('r');
    await at.keyboard.press('Control+Enter');
    await at.getByText(pirepRules.reason).waitFor();
  });
});

test('who files a PIREP, and who answers, sees the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times a dozen pages
  const airline = await ownAirline(api);
  const { code } = airline;
  const filed = await api.filePirep(pirepInput(airline.id));
  const title = pirep.title(filed.flightNumber);
  await page.addInitScript(() => localStorage.clear()); // the draft of one front end is no business of the next
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  await expectAlike(page, to.amendPirep(code, filed.id), pirepMessages.amendTitle, 'with its map', (at) =>
    at.getByRole('img', { name: filed.departure.icao }).waitFor(),
  );
  await expectAlike(page, to.pirep(code, filed.id), title, 'pending', reviewed);
  await expectAlike(page, to.pirep(code, filed.id), title, 'asking why not', async (at) => {
    await reviewed(at);
    await at.getByRole('button', { name: pirep.rejectFlight(filed.flightNumber) }).click();
    await at.getByRole('dialog').locator('button[type=submit]').click();
  });
  await api.run(AskPilotDocument, { input: { pirepId: filed.id, text: 'Which runway?' } });
  await expectAlike(page, to.pirep(code, filed.id), title, 'with a question, and no answer', async (at) => {
    await at.getByRole('list').filter({ hasText: 'Which runway?' }).waitFor();
    await at.getByRole('main').locator('button[type=submit]').last().click();
  });
  await expectAlike(page, to.amendPirep(code, filed.id), pirepMessages.amendTitle, 'with a question', (at) =>
    at.getByRole('img', { name: filed.departure.icao }).waitFor(),
  );
  await expectAlike(page, to.filePirep(code), pirepFile.title, 'with problems, and an open list', async (at) => {
    await tried(at);
    await airportField(at, pirepFile.departure).pressSequentially('oslo');
    await at.getByRole('option', { name: 'ENGM' }).waitFor();
  });
  await expectAlike(page, to.filePirep(code), pirepFile.title, 'filed before', async (at) => {
    await fillPirep(at);
    await at.getByRole('button', { name: pirepFile.submit }).click();
    await at.getByRole('link', { name: pirepMessages.openDuplicate }).waitFor();
  });
  await api.run(AcceptPirepDocument, { input: { pirepId: filed.id } });
  await expectAlike(page, to.amendPirep(code, filed.id), pirepMessages.amendTitle, 'too late', (at) =>
    at.getByText(pirepMessages.cannotAmend).waitFor(),
  );
  await expectAlike(page, to.pirep(code, filed.id), title, 'reopening', async (at) => {
    await at.getByRole('button', { name: conversationMessages.reopen, exact: true }).click();
    await at.getByRole('dialog').waitFor();
  });
  await expectAlike(page, to.pirep(code, airline.id), messages.notFound.title);
});

test('what a server does not answer is told the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times a dozen pages
  const { code, name } = await ownAirline(api);
  const { titles } = accountMessages.account;
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  const failing = async (operation: string, path: string, title: string) => {
    await page.route('**/graphql', async (route) => {
      const errors = [{ message: 'The server has a problem.', extensions: { code: 'INTERNAL' } }];
      const asked = new RegExp(`query ${operation}\\b`).test(route.request().postData() ?? '');
      await (asked ? route.fulfill({ json: { data: null, errors } }) : route.fallback());
    });
    await expectAlike(page, path, title, `failing ${operation}`, (at) => at.getByRole('button', { name: messages.retry }).waitFor());
    await page.unroute('**/graphql');
  };
  await failing('AirlineStats', to.airline(code), name);
  await failing('Review\\w+', to.review(code), reviewMessages.title);
  await failing('Roster', to.members(code), peopleMessages.roster.title);
  await failing('Pilot', to.member(code, 1), peopleMessages.pilot.back);
  await failing('Joining', to.joining(code), joiningMessages.joining.title);
  await failing('AirlineSettings', to.airlineSettings(code), settingsMessages.title);
  await failing('OwnSessions', to.sessions(), titles['account-sessions']);
  await failing('OwnApiKeys', to.apiKeys(), titles['account-api-keys']);
  await failing('Users', to.adminUsers(), platformMessages.users.title);
  await failing('PlatformHealth', to.adminHealth(), platformMessages.health.title);
  await failing('MailOutbox', to.mailOutbox(), accountMessages.mail.title);
});
