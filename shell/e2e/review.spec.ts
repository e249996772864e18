import {
  ChangeMemberRoleDocument,
  conversationMessages,
  JoinAirlineDocument,
  messages,
  type PirepState,
  PirepsDocument,
  ReopenPirepDocument,
  shellMessages,
  reviewMessages as text,
  to,
} from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Api } from './support/api.ts';
import { fillPirep, flight, Given, heading, ownAirline, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, type Person, platformAdmin, test, withMail } from './support/test.ts';

const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };

const queue = (page: Page) => page.getByRole('region', { name: text.queue, exact: true });
const row = (page: Page, flightNumber: string) => queue(page).getByRole('link', { name: flightNumber });
const chosen = (page: Page) => queue(page).locator('[aria-current]');
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: text.tabsLabel, exact: true }).getByRole('link', { name });
const toast = (page: Page, said: string) => page.getByRole('status', { name: shellMessages.notifications }).getByText(said);

async function inState(api: Api, code: string, state: PirepState) {
  const { airline } = await api.run(PirepsDocument, { code, filter: { states: [state] }, first: 50 });
  return airline?.pireps.edges.map(({ node }) => node) ?? [];
}

test('staff review fifty PIREPs with the keyboard alone', async ({ page, api, framework }) => {
  test.slow(); // fifty of everything
  const airline = await ownAirline(api);
  const numbers = Array.from({ length: 50 }, (_, index) => String(100 + index));
  for (const flightNumber of numbers) await api.filePirep(pirepInput(airline.id, { flightNumber }));
  const send = () => page.keyboard.press('Control+Enter');

  await Given('a queue of fifty', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.review(airline.code)}`);
    await heading(page, text.title);
    await expect(tab(page, text.tabs.pending)).toContainText('50');
    await expect(queue(page).getByRole('listitem')).toHaveCount(50);
  });
  await Then('who waits longest is first, and J and K move the choice and the address', async () => {
    await expect(chosen(page)).toContainText('100');
    await page.keyboard.press('j');
    await expect(chosen(page)).toContainText('101');
    await expect(chosen(page)).toBeFocused();
    await expect(page).toHaveURL(/tab=pending&pirep=/);
    await page.keyboard.press('k');
    await expect(chosen(page)).toContainText('100');
  });
  await When('each is accepted, rejected or asked about', async () => {
    for (const [index, flightNumber] of numbers.entries()) {
      await expect(chosen(page)).toContainText(flightNumber);
      if (index % 10 === 3) {
        await page.keyboard.press('r');
        const dialog = page.getByRole('dialog', { name: text.dialogs.REJECT });
        await expect(dialog.getByRole('textbox')).toBeFocused();
        await send();
        await expect(dialog.getByRole('textbox'), 'not without a reason').toHaveAttribute('aria-invalid', 'true');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await expect(dialog.getByRole('textbox')).toHaveValue(text.reasons[0]!);
        await send();
        await expect(row(page, flightNumber)).toContainText(messages.states.REJECTED);
      } else if (index % 10 === 7) {
        await page.keyboard.press('q');
        await page.keyboard.type('Which runway? a j u');
        await send();
        await expect(row(page, flightNumber)).toContainText(messages.states.AWAITING_PILOT);
      } else {
        await page.keyboard.press('a');
        await expect(row(page, flightNumber)).toContainText(messages.states.ACCEPTED);
        if (index === 20) {
          await page.keyboard.press('u');
          await expect(chosen(page), 'it is back').toContainText(flightNumber);
          await expect(toast(page, text.undone(flightNumber))).toBeVisible();
          await expect(row(page, flightNumber)).toContainText(messages.states.PENDING);
          await page.keyboard.press('c');
          await page.keyboard.type('Looked at twice.');
          await send();
          await expect(toast(page, text.commented(flightNumber))).toBeVisible();
          await page.keyboard.press('a');
          await expect(row(page, flightNumber)).toContainText(messages.states.ACCEPTED);
        }
      }
    }
  });
  await Then('the server has it so, and so have the tabs', async () => {
    await expect(tab(page, text.tabs.pending)).toContainText('0');
    await expect(tab(page, text.tabs.awaiting)).toContainText('5');
    await expect(tab(page, text.tabs.all)).toContainText('50');
    await expect.poll(() => inState(api, airline.code, 'ACCEPTED')).toHaveLength(40);
    const rejected = await inState(api, airline.code, 'REJECTED');
    expect(rejected.map(({ reason }) => reason)).toEqual(Array(5).fill(text.reasons[0]));
    expect(await inState(api, airline.code, 'AWAITING_PILOT')).toHaveLength(5);
  });
  await When('the other tab is opened', async () => {
    await tab(page, text.tabs.awaiting).click();
    await expect(queue(page).getByRole('listitem')).toHaveCount(5);
  });
  await Then('the question is in the timeline', () =>
    expect(page.getByRole('list').filter({ hasText: conversationMessages.did.PILOT_ASKED })).toContainText('Which runway? a j u'),
  );
});

test('what arrives while one reads waits to be shown', async ({ page, api, framework, browser, product }) => {
  const airline = await ownAirline(api);
  for (const flightNumber of ['201', '202']) await api.filePirep(pirepInput(airline.id, { flightNumber }));
  const other = await (await browser.newContext({ baseURL: product.url })).newPage();

  await Given('staff before the second of two, and a pilot with a report', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.review(airline.code)}`);
    await row(page, '202').click();
    await expect(chosen(page)).toContainText('202');
    await signIn(other, platformAdmin, framework);
    await other.goto(`/${framework}${to.filePirep(airline.code)}`);
    await fillPirep(other);
  });
  const before = await chosen(page).boundingBox();
  await When('the pilot files it', () => other.getByRole('button', { name: messages.pirepFile.submit }).click());
  await Then('it is announced, and what is being read stays where it is', async () => {
    await expect(queue(page).getByRole('button', { name: text.fresh(1) })).toBeVisible();
    await expect(tab(page, text.tabs.pending)).toContainText('3');
    await expect(queue(page).getByRole('listitem')).toHaveCount(2);
    await expect(chosen(page)).toBeFocused();
    expect(await chosen(page).boundingBox()).toEqual(before);
  });
  await When('it is wanted', () =>
    queue(page)
      .getByRole('button', { name: text.fresh(1) })
      .click(),
  );
  await Then('it is there and chosen', async () => {
    await expect(queue(page).getByRole('listitem')).toHaveCount(3);
    await expect(chosen(page)).toContainText(flight.flightNumber);
  });
  await When('Accept is pressed, and Undo in the toast', async () => {
    await page.getByRole('button', { name: messages.pirep.acceptFlight(flight.flightNumber) }).click();
    await expect(row(page, flight.flightNumber)).toContainText(messages.states.ACCEPTED);
    await page.getByRole('button', { name: text.undo, exact: true }).click();
  });
  await Then('it waits again', async () => {
    await expect(toast(page, text.undone(flight.flightNumber))).toBeVisible();
    await expect(row(page, flight.flightNumber)).toContainText(messages.states.PENDING);
  });
  await other.context().close();
});

withMail(
  'a role that is taken away ends the review, and gives back what was refused',
  async ({ page, framework, mails, mailed, mailedApi }) => {
    test.slow(); // a server of its own
    await mailedApi.register(nora);
    await mailedApi.verifyEmail(mails.link(await mails.mail(nora.email)).searchParams.get('token') ?? '');
    const airline = await ownAirline(mailedApi, { joinPolicy: 'OPEN' });
    const noraApi = new Api(mailed.url);
    await noraApi.signIn(nora);
    const { joinAirline } = await noraApi.run(JoinAirlineDocument, { input: { airlineId: airline.id } });
    const userId = joinAirline.member!.user.id;
    await mailedApi.run(ChangeMemberRoleDocument, { input: { airlineId: airline.id, userId, role: 'STAFF' } });
    await mailedApi.filePirep(pirepInput(airline.id, { flightNumber: '301' }));
    await noraApi.filePirep(pirepInput(airline.id, { flightNumber: '302' }));
    let deaf = false;
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => void (deaf || socket.send(frame)));
    });

    await Given('a member of staff before the queue', async () => {
      await signIn(page, nora, framework);
      await page.goto(`/${framework}${to.review(airline.code)}`);
      await expect(row(page, '301')).toBeVisible();
    });
    await Then('her own is for somebody else to review', async () => {
      await row(page, '302').click();
      await expect(page.getByText(text.own)).toBeVisible();
      await expect(page.getByRole('button', { name: messages.pirep.acceptFlight('302') })).toBeHidden();
      await page.keyboard.press('a');
      await row(page, '301').click();
      await expect(page.getByRole('button', { name: messages.pirep.acceptFlight('301') })).toBeVisible();
      await expect(row(page, '302')).toContainText(messages.states.PENDING);
    });
    await When('her role is taken away, the news of it do not come, and she accepts', async () => {
      deaf = true;
      await mailedApi.run(ChangeMemberRoleDocument, { input: { airlineId: airline.id, userId, role: 'PILOT' } });
      await page.keyboard.press('a');
    });
    await Then('she is told that it was refused, and why she reviews no more', async () => {
      await expect(page.getByRole('status', { name: shellMessages.notifications })).toContainText('301:');
      await expect(page.getByText(text.notStaff)).toBeVisible();
      expect(await inState(mailedApi, airline.code, 'PENDING')).toHaveLength(2);
    });
  },
);

test('a reason begun for a PIREP that somebody else decides does not come back with it', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id, { flightNumber: '501' }));
  const reject = page.getByRole('button', { name: messages.pirep.rejectFlight('501') });
  const dialog = page.getByRole('dialog', { name: messages.pirep.rejectTitle });

  await Given('the dialog, half filled in', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.pirep(airline.code, filed.id)}`);
    await reject.click();
    await dialog.getByRole('textbox').fill('Wrong air');
  });
  await When('somebody else decides', () => api.rejectPirep({ pirepId: filed.id, reason: 'Wrong airport.' }));
  await Then('it is gone with what it was for', async () => {
    await expect(page.getByText(messages.states.REJECTED).first()).toBeVisible();
    await expect(dialog).toBeHidden();
  });
  await When('the PIREP is opened again', () => api.run(ReopenPirepDocument, { input: { pirepId: filed.id, reason: 'A slip.' } }));
  await Then('it can be decided, and nobody is asked for a reason yet', async () => {
    await expect(reject).toBeVisible();
    await expect(dialog).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the review queue is accessible, ${colorScheme}`, async ({ page, api, framework }) => {
    const airline = await ownAirline(api);
    await page.emulateMedia({ colorScheme });
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.review(airline.code)}`);
    await expect(page.getByText(text.empty.pending)).toBeVisible();
    await expectAccessible(page);
    for (const flightNumber of ['401', '402']) await api.filePirep(pirepInput(airline.id, { flightNumber }));
    await expect(row(page, '402').or(queue(page).getByRole('button', { name: text.fresh(1) }))).toBeVisible();
    await expect(page.getByRole('list').filter({ hasText: conversationMessages.did.PIREP_FILED })).toBeVisible();
    await expectAccessible(page);
    await expectReflow(page);
    await row(page, '401').click();
    await page.keyboard.press('r');
    await expect(page.getByRole('dialog', { name: text.dialogs.REJECT })).toBeVisible();
    await expectAccessible(page);
    await expectReflow(page);
  });
