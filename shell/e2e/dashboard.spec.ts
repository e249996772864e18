import {
  AcceptPirepDocument,
  AnswerStaffDocument,
  AskPilotDocument,
  ChangeMemberRoleDocument,
  conversationMessages,
  dashboardMessages,
  JoinAirlineDocument,
  joiningMessages,
  LeaveAirlineDocument,
  type MemberRole,
  messages,
  SetRanksDocument,
  to,
} from '@jetbridge/schema';
import type { MailCatcher } from '@jetbridge/schema/testing';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Api } from './support/api.ts';
import { flight, Given, heading, ownAirline, pirepInput, pirepRow, signIn, Then, totals, totalsAfter, When } from './support/flows.ts';
import { expect, type Person, platformAdmin, withMail } from './support/test.ts';

const { next, rank, stats } = dashboardMessages;
const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };

/** Nora, with her address proved. */
async function registered(api: Api, mails: MailCatcher, url: string): Promise<Api> {
  await api.register(nora);
  await api.verifyEmail(mails.link(await mails.mail(nora.email)).searchParams.get('token') ?? '');
  const own = new Api(url);
  await own.signIn(nora);
  return own;
}

async function member(admin: Api, own: Api, airlineId: string, role: MemberRole = 'PILOT') {
  const { joinAirline } = await own.run(JoinAirlineDocument, { input: { airlineId } });
  const { id } = joinAirline.member!.user;
  if (role !== 'PILOT') await admin.run(ChangeMemberRoleDocument, { input: { airlineId, userId: id, role } });
}

const ranks = [
  { name: 'Cadet', minimumHours: 0 },
  { name: 'First officer', minimumHours: 1 },
  { name: 'Captain', minimumHours: 50 },
];

function section(page: Page, title: string): Locator {
  return page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
}

const activity = (page: Page) => section(page, dashboardMessages.activity).getByRole('listitem');

async function open(page: Page, person: Person, framework: 'react' | 'vue' | 'svelte', airline: { code: string; name: string }) {
  await signIn(page, person, framework);
  await page.goto(`/${framework}${to.airline(airline.code)}`);
  await heading(page, airline.name);
}

async function expectScreen(page: Page) {
  withMail.slow(); // axe reads it twice
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectReflow(page);
}

withMail(
  'a pilot sees what to do next, where they are between the ranks, and what happens',
  async ({ page, browser, framework, mails, mailed, mailedApi }) => {
    const noraApi = await registered(mailedApi, mails, mailed.url);
    const airline = await ownAirline(mailedApi, { joinPolicy: 'OPEN' });
    await mailedApi.run(SetRanksDocument, { input: { airlineId: airline.id, ranks } });
    await member(mailedApi, noraApi, airline.id);
    const staff = await (await browser.newContext({ baseURL: mailed.url })).newPage();

    await Given('a new pilot', async () => {
      await open(page, nora, framework, airline);
      await expect(page.getByText(next.file)).toBeVisible();
      await expect(page.getByRole('heading', { name: `${rank.title} Cadet` })).toBeVisible();
      await expect(page.getByText(rank.missing('1:00', 'First officer'))).toBeVisible();
      await expect(page.getByRole('list', { name: rank.marks }).getByRole('listitem')).toHaveText([
        `Cadet ${rank.from(0)}, ${rank.reached}`,
        `First officer ${rank.from(1)}`,
        `Captain ${rank.from(50)}`,
      ]);
      await expect(page.getByText(stats.none)).toBeVisible();
      await expectScreen(page);
    });
    const filed = await noraApi.filePirep(pirepInput(airline.id));
    await Then('what they file elsewhere is there by itself', async () => {
      await expect(pirepRow(page, flight.flightNumber)).toContainText(messages.states.PENDING);
      await expect(activity(page).first()).toContainText(`${nora.displayName} filed ${flight.flightNumber}`);
    });
    await When('staff asks', () => mailedApi.run(AskPilotDocument, { input: { pirepId: filed.id, text: 'Which runway?' } }));
    await Then('to answer is what comes next', async () => {
      await expect(page.getByText(next.answer(flight.flightNumber))).toBeVisible();
      await page.getByRole('link', { name: next.answerButton }).click();
      await expect(page.getByText(`${conversationMessages.question} Which runway?`)).toBeVisible();
      await page.goBack();
    });
    await When('staff accepts in another browser', async () => {
      await noraApi.run(AnswerStaffDocument, { input: { pirepId: filed.id, text: 'Runway 17.' } });
      await open(staff, platformAdmin, framework, airline);
      await expect(staff.getByText(next.review(1))).toBeVisible();
      await mailedApi.run(AcceptPirepDocument, { input: { pirepId: filed.id } });
    });
    await Then('totals, rank, activity and figures move without a reload', async () => {
      await expect(totals(page)).toHaveText(totalsAfter);
      await expect(page.getByRole('heading', { name: `${rank.title} First officer` })).toBeVisible();
      await expect(page.getByText(rank.missing('48:55', 'Captain'))).toBeVisible();
      await expect(activity(page).first()).toContainText(dashboardMessages.accepted(flight.flightNumber));
      const table = page.getByRole('table', { name: stats.leaderboard });
      await expect(table.getByRole('row', { name: nora.displayName })).toContainText('1:05');
      await page.getByRole('button', { name: stats.measures.DISTANCE }).click();
      await expect(table.getByRole('row', { name: nora.displayName })).toContainText('175 nm');
      await expect(page.getByRole('img', { name: stats.perDay.DISTANCE })).toBeVisible();
      await page.getByText(stats.asTable).click();
      await expect(page.getByRole('table', { name: stats.perDay.DISTANCE }).getByRole('row')).toHaveCount(31);
      await expectScreen(page);
    });
    await Then('the next action of staff is another one now', async () => {
      await expect(staff.getByText(next.review(1))).toBeHidden();
      await expect(activity(staff).first()).toContainText(`accepted ${flight.flightNumber} of ${nora.displayName}`);
    });
    await When('I follow an activity', () => activity(page).first().getByRole('link', { name: flight.flightNumber }).click());
    await Then('I am at the PIREP', () => heading(page, messages.pirep.title(flight.flightNumber)));
    await staff.context().close();
  },
);

withMail('staff is led to what waits, and sees what others did', async ({ page, framework, mails, mailed, mailedApi }) => {
  const noraApi = await registered(mailedApi, mails, mailed.url);
  const airline = await ownAirline(mailedApi, { joinPolicy: 'OPEN' });
  await member(mailedApi, noraApi, airline.id, 'STAFF');
  await Given('two PIREPs of somebody else', async () => {
    await mailedApi.filePirep(pirepInput(airline.id));
    await mailedApi.filePirep(pirepInput(airline.id, { flightNumber: '82A', departure: 'ENBR', arrival: 'ENGM' }));
    await open(page, nora, framework, airline);
  });
  await Then('they are what comes next', async () => {
    await expect(page.getByText(next.review(2))).toBeVisible();
    await expect(activity(page).first()).toContainText(`${platformAdmin.displayName} filed 82A`);
    await expect(page.getByText(messages.pireps.empty)).toBeVisible(); // none of their own
    await expectScreen(page);
  });
  await When('one more is filed', () => mailedApi.filePirep(pirepInput(airline.id, { flightNumber: '83', arrival: 'ENZV' })));
  await Then('the count follows', () => expect(page.getByText(next.review(3))).toBeVisible());
});

withMail('an admin sets up, invites and decides', async ({ page, framework, mails, mailed, mailedApi }) => {
  const airline = await ownAirline(mailedApi);
  await Given('an airline without ranks', async () => {
    await open(page, platformAdmin, framework, airline);
    await expect(page.getByText(next.ranks)).toBeVisible();
    await expect(page.getByRole('link', { name: next.ranksButton })).toBeVisible();
    await expectScreen(page);
  });
  await When('it has ranks', () => mailedApi.run(SetRanksDocument, { input: { airlineId: airline.id, ranks } }));
  await Then('they are told that they are alone', async () => {
    await expect(page.getByText(next.invite)).toBeVisible();
    await expect(activity(page).first()).toContainText(dashboardMessages.did.RANKS_SET('', ''));
  });
  await When('somebody applies', async () => {
    const noraApi = await registered(mailedApi, mails, mailed.url);
    await noraApi.run(JoinAirlineDocument, { input: { airlineId: airline.id, message: 'Hello.' } });
  });
  await Then('that comes first, and leads there', async () => {
    await expect(page.getByText(next.joining(1))).toBeVisible();
    await page.getByRole('link', { name: next.joiningButton }).click();
    await heading(page, joiningMessages.joining.title);
  });
});

withMail(
  'a platform admin who is no member sees the airline, and nothing of their own',
  async ({ page, framework, mails, mailed, mailedApi }) => {
    const noraApi = await registered(mailedApi, mails, mailed.url);
    const airline = await ownAirline(mailedApi, { joinPolicy: 'OPEN' });
    await member(mailedApi, noraApi, airline.id, 'ADMIN');
    await noraApi.filePirep(pirepInput(airline.id));
    await mailedApi.run(LeaveAirlineDocument, { input: { airlineId: airline.id } });

    await open(page, platformAdmin, framework, airline);
    await expect(page.getByText(messages.airlineHome.notMember)).toBeVisible();
    await expect(totals(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: messages.airlineHome.latest })).toBeVisible();
    await expect(pirepRow(page, flight.flightNumber)).toContainText(messages.states.PENDING);
    await expect(activity(page).first()).toContainText(`${platformAdmin.displayName} left the airline`);
    await expectScreen(page);
  },
);
