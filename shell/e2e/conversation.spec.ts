import { JoinAirlineDocument, messages, conversationMessages as text, to } from '@jetbridge/schema';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Api } from './support/api.ts';
import { field, flight, Given, heading, ownAirline, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, type Person, platformAdmin, withMail } from './support/test.ts';

const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };

withMail(
  'pilot and staff talk about a PIREP, each seeing at once what the other does',
  async ({ page, browser, framework, mails, mailed, mailedApi }) => {
    await mailedApi.register(nora);
    await mailedApi.verifyEmail(mails.link(await mails.mail(nora.email)).searchParams.get('token') ?? '');
    const airline = await ownAirline(mailedApi, { joinPolicy: 'OPEN' });
    const pilotApi = new Api(mailed.url);
    await pilotApi.signIn(nora);
    await pilotApi.run(JoinAirlineDocument, { input: { airlineId: airline.id } });
    const filed = await pilotApi.filePirep(pirepInput(airline.id));
    const staff = await (await browser.newContext({ baseURL: mailed.url })).newPage();
    const timeline = (who: typeof page) => who.getByRole('list').filter({ hasText: text.did.PIREP_FILED });

    await Given('the pilot and staff before the same PIREP', async () => {
      for (const [who, person] of [
        [page, nora],
        [staff, platformAdmin],
      ] as const) {
        await signIn(who, person, framework);
        await who.goto(`/${framework}${to.pirep(airline.code, filed.id)}`);
        await heading(who, messages.pirep.title(flight.flightNumber));
        await expect(timeline(who)).toContainText(`${nora.displayName} ${text.did.PIREP_FILED}`);
      }
      await expect(page.getByRole('button', { name: text.withdraw })).toBeVisible();
      await expect(staff.getByRole('button', { name: text.withdraw })).toBeHidden();
    });
    await When('staff asks, not before having written something', async () => {
      await staff.getByRole('button', { name: text.submit.ASK }).click();
      await expect(field(staff, text.remark)).toHaveAttribute('aria-invalid', 'true');
      await field(staff, text.remark).fill('Which runway?');
      await staff.getByRole('button', { name: text.submit.ASK }).click();
    });
    await Then('the question is on the screen of the pilot, who may answer', async () => {
      await expect(page.getByText(`${text.question} Which runway?`)).toBeVisible();
      await expect(page.getByText(messages.states.AWAITING_PILOT, { exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectReflow(page);
    });
    await When('the pilot answers', async () => {
      await field(page, text.remark).fill('Runway 17.');
      await page.getByRole('button', { name: text.submit.ANSWER }).click();
    });
    await Then('staff reads it, and the PIREP waits for review again', async () => {
      await expect(timeline(staff)).toContainText('Runway 17.');
      await expect(staff.getByText(messages.states.PENDING, { exact: true })).toBeVisible();
    });
    await When('staff accepts', () => staff.getByRole('button', { name: messages.pirep.acceptFlight(flight.flightNumber) }).click());
    await Then('it is accepted for the pilot', () => expect(page.getByText(messages.states.ACCEPTED, { exact: true })).toBeVisible());
    await When('staff reopens it, with a reason', async () => {
      await staff.getByRole('button', { name: text.reopen, exact: true }).click();
      await expectAccessible(staff);
      await field(staff, messages.pirep.reason).fill('Accepted by mistake.');
      await staff.getByRole('button', { name: text.reopenSubmit }).click();
    });
    await Then('the pilot reads why', () => expect(timeline(page)).toContainText('Accepted by mistake.'));
    await When('the pilot comments, and withdraws', async () => {
      await field(page, text.remark).fill('I file it again.');
      await page.getByRole('button', { name: text.submit.COMMENT }).click();
      await expect(timeline(page)).toContainText('I file it again.');
      await page.getByRole('button', { name: text.withdraw }).click();
    });
    await Then('nobody can do more than look at it and comment', async () => {
      await expect(staff.getByText(messages.states.WITHDRAWN, { exact: true })).toBeVisible();
      await expect(staff.getByRole('button', { name: text.reopen, exact: true })).toBeHidden();
      await expect(timeline(staff)).toContainText(`${nora.displayName} ${text.did.PIREP_WITHDRAWN}`);
    });
    await staff.context().close();
  },
);
