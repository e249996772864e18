import {
  AcceptPirepDocument,
  AskPilotDocument,
  accountMessages,
  accountTabs,
  CloseAirlineDocument,
  conversationMessages,
  dashboardMessages,
  InviteMemberDocument,
  joiningMessages,
  LoadDemoDocument,
  messages,
  peopleMessages,
  pirepMessages,
  pirepRules,
  platformMessages,
  reviewMessages,
  SetRanksDocument,
  settingsMessages,
  to,
  UpdateAirlineDocument,
} from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { Api } from './support/api.ts';
import { Given, heading, ownAirline, pirepInput, signIn, Then } from './support/flows.ts';
import { expect, type Framework, firstStart, platformAdmin, test } from './support/test.ts';

const frameworks: readonly Framework[] = ['react', 'vue', 'svelte'];

/**
 * What a remote has drawn, without what may differ: ids (numbered in order of appearance, so that what refers to what still counts),
 * comments, classes and attributes that a framework adds for itself, and their order.
 */
function drawn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const ids = new Map<string, string>();
    const numbered = (id: string) => {
      if (!ids.has(id)) ids.set(id, `id${ids.size}`);
      return ids.get(id);
    };
    const references = ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
    const lines: string[] = [];
    const ignored = ['value', 'href', 'src', 'datetime'];
    const read = (element: Element, depth: number) => {
      const attributes = [...element.attributes]
        .filter(({ name, value }) => !name.startsWith('data-v-') && !(name === 'class' && value === '') && !ignored.includes(name))
        .filter(({ name }) => element.localName !== 'time' || name !== 'title') // of moments that pass while we look
        .map(({ name, value }) => [
          name,
          references.includes(name) ? value.split(' ').map(numbered).join(' ') : value.split(/\s+/).join(' '),
        ])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
      const indent = '  '.repeat(depth);
      lines.push(`${indent}${element.localName} ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')} ${own}`.trimEnd());
      for (const child of element.children) read(child, depth + 1);
    };
    const remote = document.querySelector('.remote');
    if (remote) read(remote, 0);
    return lines.join('\n');
  });
}

async function expectAlike(page: Page, path: string, title: string, prepare: (page: Page) => Promise<unknown> = async () => {}) {
  await Then(`${path} is the same in all three`, async () => {
    const pages: Record<string, string> = {};
    for (const framework of frameworks) {
      await page.goto(`/${framework}${path}`);
      await heading(page, title);
      await expect(page.getByText(messages.loading, { exact: true })).toHaveCount(0);
      await expect(page.locator('flight-map:not(:has(canvas[width]))'), 'maps that are not drawn yet').toHaveCount(0);
      await prepare(page);
      pages[framework] = await drawn(page);
    }
    expect(pages.vue, 'Vue draws what React draws').toBe(pages.react);
    expect(pages.svelte, 'Svelte draws what React draws').toBe(pages.react);
  });
}

const tried = (page: Page) => page.getByRole('main').locator('button[type=submit]').first().click();

test('a visitor sees the same in the three front ends', async ({ page }) => {
  const { register, verify, resend, forgot, reset, confirmEmail } = accountMessages;
  await expectAlike(page, '/sign-in?notice=password-reset', messages.signIn.title, tried);
  await expectAlike(page, '/register', register.title);
  await expectAlike(page, '/register', register.title, tried);
  await expectAlike(page, '/verify?token=a', verify.title);
  await expectAlike(page, '/verify', resend.title);
  await expectAlike(page, '/forgot', forgot.title, tried);
  await expectAlike(page, '/reset?token=a', reset.title, tried);
  await expectAlike(page, '/reset', reset.title);
  await expectAlike(page, '/confirm-email?token=a', confirmEmail.title);
  await expectAlike(page, '/nowhere', messages.notFound.title);
});

test('an airline’s home and the platform are the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times half a dozen pages
  const airline = await ownAirline(api);
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  const flown = (at: Page) => at.getByText(dashboardMessages.stats.none).waitFor();
  await expectAlike(page, to.airline(airline.code), airline.name, flown);
  const ranks = [{ name: 'Cadet', minimumHours: 0 }, ...[{ name: 'Captain', minimumHours: 5 }]];
  await api.run(SetRanksDocument, { input: { airlineId: airline.id, ranks } });
  const { id: pirepId } = await api.filePirep(pirepInput(airline.id));
  await api.run(AcceptPirepDocument, { input: { pirepId } });
  const { stats } = dashboardMessages;
  await expectAlike(page, to.airline(airline.code), airline.name, async (at) => {
    await at.getByRole('table', { name: stats.leaderboard }).waitFor();
    await at.getByRole('button', { name: stats.measures.DISTANCE }).click();
    await at.getByRole('table', { name: stats.leaderboard }).getByText('175 nm').waitFor();
    await at.getByText(stats.asTable).click();
  });
  const { airlines, health, users } = platformMessages;
  await expectAlike(page, to.adminAirlines(), airlines.title);
  await expectAlike(page, to.adminAirlines(), airlines.title, async (at) => {
    await at.getByRole('button', { name: airlines.suspendOf(airline.name) }).click();
    await at.getByRole('dialog').locator('button[type=submit]').click();
  });
  await expectAlike(page, to.adminUsers(), users.title);
  await expectAlike(page, to.adminHealth(), health.title, async (at) => {
    const connections = at.locator('.fact').filter({ hasText: health.connections });
    await expect(connections.getByRole('definition'), 'the page before has gone').toHaveText('1');
  });
  await expectAlike(page, to.mailOutbox(), accountMessages.mail.title);
});

firstStart('the first run is the same in the three front ends', async ({ page, fresh }) => {
  firstStart.slow(); // the demo is loaded three times
  const { setup } = platformMessages;
  await expectAlike(page, '/setup', messages.setup.title);
  await expectAlike(page, `/setup?token=${fresh.setupToken}`, messages.setup.title, tried);
  const admin = new Api(fresh.url);
  await admin.completeSetup({ ...platformAdmin, token: fresh.setupToken });
  await expectAlike(page, '/setup', messages.setup.title);
  await signIn(page, platformAdmin, 'react');
  await expectAlike(page, to.airlines(), messages.airlines.title, (at) => at.getByText(messages.airlines.empty).waitFor());
  await expectAlike(page, '/setup', setup.airlineTitle, tried);
  await admin.run(LoadDemoDocument, {});
  await expectAlike(page, '/setup', setup.doneTitle);
});

test('a person sees the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times a dozen pages
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  await expectAlike(page, to.airlines(), messages.airlines.title);
  await expectAlike(page, to.airline(airline.code), airline.name);
  await expectAlike(page, to.pireps(airline.code), messages.pireps.title, (at) =>
    at.getByRole('button', { name: pirepMessages.csv }).waitFor(),
  );
  await expectAlike(page, `${to.pireps(airline.code)}?aircraft=B738&sort=DISTANCE_DESC`, messages.pireps.title, (at) =>
    at.getByRole('region', { name: pirepMessages.filtersLabel }).waitFor(),
  );
  const reviewed = (at: Page) => at.getByRole('list').filter({ hasText: conversationMessages.did.PIREP_FILED }).waitFor();
  await expectAlike(page, to.review(airline.code), reviewMessages.title, reviewed);
  await expectAlike(page, to.review(airline.code, 'awaiting'), reviewMessages.title, (at) =>
    at.getByText(reviewMessages.empty.awaiting).waitFor(),
  );
  await expectAlike(page, to.review(airline.code), reviewMessages.title, async (at) => {
    await reviewed(at);
    await at.keyboard.press('r');
    await at.keyboard.press('Control+Enter');
    await at.getByText(pirepRules.reason).waitFor();
  });
  await expectAlike(page, to.amendPirep(airline.code, filed.id), pirepMessages.amendTitle, (at) =>
    at.getByRole('img', { name: filed.departure.icao }).waitFor(),
  );
  const asked = { input: { pirepId: filed.id, text: 'Which runway?' } };
  await expectAlike(page, to.pirep(airline.code, filed.id), messages.pirep.title(filed.flightNumber), (at) =>
    at.getByRole('list').first().waitFor(),
  );
  await api.run(AskPilotDocument, asked);
  await expectAlike(page, to.pirep(airline.code, filed.id), messages.pirep.title(filed.flightNumber), async (at) => {
    await at.getByRole('list').filter({ hasText: 'Which runway?' }).waitFor();
    await at.getByRole('main').locator('button[type=submit]').last().click();
  });
  await expectAlike(page, to.filePirep(airline.code), messages.pirepFile.title, tried);
  for (const { page: name, to: path } of accountTabs) await expectAlike(page, path, accountMessages.account.titles[name]);
  await expectAlike(page, to.apiKeys(), accountMessages.account.titles['account-api-keys'], tried);
  await api.run(InviteMemberDocument, { input: { airlineId: airline.id, email: 'guest@example.org', role: 'STAFF' } });
  await expectAlike(page, to.joining(airline.code), joiningMessages.joining.title);
  await expectAlike(page, to.joining(airline.code), joiningMessages.joining.title, tried);
  await expectAlike(page, '/invitation?token=a', joiningMessages.invitation.title);
  await expectAlike(page, '/invitation?token=a', joiningMessages.invitation.title, async (at) => {
    await tried(at);
    await at.getByRole('alert').waitFor();
  });
});

test('the people and the settings of an airline are the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times ten pages
  const airline = await ownAirline(api);
  const { code, id: airlineId } = airline;
  const filed = await api.filePirep(pirepInput(airlineId));
  await api.run(AcceptPirepDocument, { input: { pirepId: filed.id } });
  await api.run(UpdateAirlineDocument, { input: { airlineId, brandColour: '#ffe600' } });
  await api.run(SetRanksDocument, { input: { airlineId, ranks: [{ name: 'Cadet', minimumHours: 0 }] } });
  await Given('an admin', () => signIn(page, platformAdmin, 'react'));

  const { ranks, review, danger } = settingsMessages;
  await expectAlike(page, to.members(code), peopleMessages.roster.title);
  await expectAlike(page, to.members(code, { search: 'nobody', role: 'STAFF', sort: 'HOURS' }), peopleMessages.roster.title);
  await expectAlike(page, to.member(code, 1), platformAdmin.displayName, async (at) => {
    await at.getByRole('figure').waitFor();
    await at.getByRole('list').filter({ hasText: filed.flightNumber }).waitFor();
  });
  await expectAlike(page, to.member(code, 1), platformAdmin.displayName, async (at) => {
    await at.getByRole('button', { name: peopleMessages.admin.remove }).click();
    await at.getByRole('dialog').getByRole('button', { name: peopleMessages.admin.removeSubmit }).click();
  });
  await expectAlike(page, to.member(code, 99), messages.notFound.title);
  await expectAlike(page, to.airlineSettings(code), settingsMessages.title);
  await expectAlike(page, to.airlineSettings(code), settingsMessages.title, async (at) => {
    await at.getByRole('combobox', { name: review.autoAccept }).selectOption('RULES');
    await at.getByRole('textbox', { name: review.landingRateLimitFpm }).fill('soft');
    await at.getByRole('button', { name: ranks.add }).click();
    await at.getByRole('textbox', { name: settingsMessages.profile.name, exact: true }).fill('');
    for (const { title } of [settingsMessages.profile, review, ranks])
      await at.getByRole('group', { name: title, exact: true }).locator('button[type=submit]').click();
    await at.getByRole('button', { name: danger.close }).click();
    await at.getByRole('button', { name: danger.leave }).click();
  });
  await api.run(CloseAirlineDocument, { input: { airlineId, code, reason: 'The hangar burnt down.' } });
  const told = (at: Page) => at.getByText('The hangar burnt down.').first().waitFor();
  await expectAlike(page, to.airlineSettings(code), settingsMessages.title, told);
  await expectAlike(page, to.members(code), peopleMessages.roster.title, told);
});
