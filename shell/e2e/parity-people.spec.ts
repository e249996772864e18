import {
  AcceptPirepDocument,
  CloseAirlineDocument,
  InviteMemberDocument,
  JoinAirlineDocument,
  joiningMessages,
  LeaveAirlineDocument,
  messages,
  peopleMessages,
  RemoveMemberDocument,
  RosterDocument,
  reviewMessages,
  SetRanksDocument,
  settingsMessages,
  to,
  UpdateAirlineDocument,
} from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { Api } from './support/api.ts';
import { field, Given, heading, ownAirline, pirepInput, signIn } from './support/flows.ts';
import { drawn, expectAlike, inEach, tried } from './support/parity.ts';
import { platformAdmin, test, withPilot } from './support/test.ts';

const { invitation, joining, profile } = joiningMessages;
const { danger, ranks, review } = settingsMessages;

test('the people and the settings of an airline are the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times ten pages
  const airline = await ownAirline(api);
  const { code, id: airlineId } = airline;
  const filed = await api.filePirep(pirepInput(airlineId));
  await api.run(AcceptPirepDocument, { input: { pirepId: filed.id } });
  await api.run(UpdateAirlineDocument, { input: { airlineId, brandColour: '#ffe600' } });
  await api.run(SetRanksDocument, { input: { airlineId, ranks: [{ name: 'Cadet', minimumHours: 0 }] } });
  await Given('an admin', () => signIn(page, platformAdmin, 'react'));

  await expectAlike(page, to.members(code), peopleMessages.roster.title);
  await expectAlike(page, to.members(code, { search: 'nobody', role: 'STAFF', sort: 'HOURS' }), peopleMessages.roster.title);
  await expectAlike(page, to.member(code, 1), platformAdmin.displayName, 'with a flight', async (at) => {
    await at.getByRole('figure').waitFor();
    await at.getByRole('list').filter({ hasText: filed.flightNumber }).waitFor();
  });
  await expectAlike(page, to.member(code, 1), platformAdmin.displayName, 'asking why they go', async (at) => {
    await at.getByRole('button', { name: peopleMessages.admin.remove }).click();
    await at.getByRole('dialog').getByRole('button', { name: peopleMessages.admin.removeSubmit }).click();
  });
  await expectAlike(page, to.member(code, 99), messages.notFound.title);
  await expectAlike(page, to.airlineSettings(code), settingsMessages.title);
  await expectAlike(page, to.airlineSettings(code), settingsMessages.title, 'with problems', async (at) => {
    await at.getByRole('combobox', { name: review.autoAccept }).selectOption('RULES');
    await at.getByRole('textbox', { name: review.landingRateLimitFpm }).fill('soft');
    await at.getByRole('button', { name: ranks.add }).click();
    await at.getByRole('textbox', { name: settingsMessages.profile.name, exact: true }).fill('');
    for (const { title } of [settingsMessages.profile, review, ranks])
      await at.getByRole('group', { name: title, exact: true }).locator('button[type=submit]').click();
    await at.getByRole('button', { name: danger.close }).click();
    await at.getByRole('button', { name: danger.leave }).click();
  });
  await inEach(`${to.airlineSettings(code)}, changed by two`, async (framework) => {
    await page.goto(`/${framework}${to.airlineSettings(code)}`);
    await field(page, settingsMessages.profile.name).fill('Mine');
    await api.run(UpdateAirlineDocument, { input: { airlineId, name: 'Theirs' } });
    await page.getByRole('alert').waitFor();
    const screen = await drawn(page, framework);
    await api.run(UpdateAirlineDocument, { input: { airlineId, name: airline.name } });
    return screen;
  });
  await api.run(CloseAirlineDocument, { input: { airlineId, code, reason: 'The hangar burnt down.' } });
  const told = (at: Page) => at.getByText('The hangar burnt down.').first().waitFor();
  await expectAlike(page, to.airlineSettings(code), settingsMessages.title, 'closed', told);
  await expectAlike(page, to.members(code), peopleMessages.roster.title, 'closed', told);
});

withPilot('who joins an airline sees the same in the three front ends', async ({ page, mailedApi, mails, pilot }) => {
  withPilot.slow(); // three times a dozen pages
  const airline = await ownAirline(mailedApi);
  const open = await pilot.create();
  const closed = await ownAirline(mailedApi, { joinPolicy: 'INVITE' });
  await mailedApi.run(SetRanksDocument, { input: { airlineId: airline.id, ranks: [{ name: 'Cadet', minimumHours: 0 }] } });
  const own = new Api(pilot.url);
  await own.signIn(pilot.person);
  await Given('a stranger', () => signIn(page, pilot.person, 'react'));
  for (const { code, name } of [airline, open, closed]) await expectAlike(page, to.airline(code), name);
  await own.run(JoinAirlineDocument, { input: { airlineId: airline.id, message: 'I fly the 737 out of Oslo.' } });
  await expectAlike(page, to.airline(airline.code), airline.name, 'applied for', (at) => at.getByText(profile.states.OPEN).waitFor());
  await expectAlike(page, '/invitation?token=a', invitation.title);
  await expectAlike(page, '/invitation', invitation.title);
  await expectAlike(page, '/invitation?token=a', invitation.title, 'refused', async (at) => {
    await tried(at);
    await at.getByRole('alert').waitFor();
  });
  await inEach('/invitation, taken', async (framework) => {
    await mailedApi.run(InviteMemberDocument, { input: { airlineId: closed.id, email: pilot.person.email, role: 'PILOT' } });
    await page.goto(`/${framework}/invitation?token=${mails.link(await mails.mail(pilot.person.email)).searchParams.get('token')}`);
    await heading(page, invitation.title);
    await tried(page);
    await heading(page, invitation.doneTitle(closed.name));
    const screen = await drawn(page, framework);
    await own.run(LeaveAirlineDocument, { input: { airlineId: closed.id } });
    return screen;
  });
});

withPilot('who decides about joining sees the same in the three front ends', async ({ page, mailedApi, pilot }) => {
  withPilot.slow(); // three times half a dozen pages
  const airline = await ownAirline(mailedApi);
  const own = new Api(pilot.url);
  await own.signIn(pilot.person);
  await Given('an admin', () => signIn(page, platformAdmin, 'react'));
  await expectAlike(page, to.joining(airline.code), joining.title, 'with nobody', (at) => at.getByText(joining.noApplications).waitFor());
  await own.run(JoinAirlineDocument, { input: { airlineId: airline.id, message: 'I fly the 737 out of Oslo.' } });
  await mailedApi.run(InviteMemberDocument, { input: { airlineId: airline.id, email: 'guest@example.org', role: 'STAFF' } });
  await expectAlike(page, to.joining(airline.code), joining.title);
  await expectAlike(page, to.joining(airline.code), joining.title, 'with problems', tried);
  await expectAlike(page, to.joining(airline.code), joining.title, 'asking why not', async (at) => {
    await at.getByRole('button', { name: joining.declinePerson(pilot.person.displayName) }).click();
    await at.getByRole('dialog').locator('button[type=submit]').click();
  });
});

withPilot('a pilot sees the same of others in the three front ends', async ({ page, mailedApi, pilot }) => {
  withPilot.slow(); // three times half a dozen pages
  const airline = await pilot.join();
  const { code } = airline;
  await Given('a pilot', () => signIn(page, pilot.person, 'react'));
  await expectAlike(page, to.airline(code), airline.name, 'as a pilot', (at) => at.getByRole('definition').first().waitFor());
  await expectAlike(page, to.review(code), reviewMessages.title, 'as a pilot', (at) => at.getByText(reviewMessages.notStaff).waitFor());
  await expectAlike(page, to.airlineSettings(code), messages.notFound.title);
  await expectAlike(page, to.member(code, 1), platformAdmin.displayName, 'as a pilot', (at) =>
    at.getByText(peopleMessages.pilot.noPireps).waitFor(),
  );
  await expectAlike(page, to.member(code, 2), pilot.person.displayName, 'leaving', async (at) => {
    await at.getByText(peopleMessages.pilot.noPireps).waitFor();
    await at.getByRole('list').filter({ hasText: 'joined' }).waitFor();
    await at.getByRole('button', { name: danger.leave }).click();
    await at.getByRole('dialog').waitFor();
  });
  const { airline: read } = await mailedApi.run(RosterDocument, { code });
  const gone = read?.members.edges.find(({ node }) => node.user.displayName === pilot.person.displayName)?.node.user.id ?? '';
  await mailedApi.run(RemoveMemberDocument, { input: { airlineId: airline.id, userId: gone, reason: 'Never flew.' } });
  await Given('an admin', async () => {
    await page.context().clearCookies();
    await signIn(page, platformAdmin, 'react');
  });
  await expectAlike(page, to.member(code, 2), pilot.person.displayName, 'removed', (at) => at.getByText('Never flew.').waitFor());
});
