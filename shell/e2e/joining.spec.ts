import { joiningMessages, messages, to } from '@jetbridge/schema';
import type { MailCatcher } from '@jetbridge/schema/testing';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import type { Api } from './support/api.ts';
import {
  airlineLink,
  field,
  fillSignIn,
  Given,
  group,
  heading,
  ownAirline,
  signIn,
  Then,
  totals,
  totalsBefore,
  When,
} from './support/flows.ts';
import { expect, type Person, platformAdmin, withMail } from './support/test.ts';

const { invitation, joining, profile } = joiningMessages;
const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };

async function registered(api: Api, mails: MailCatcher, person: Person): Promise<void> {
  await api.register(person);
  await api.verifyEmail(mails.link(await mails.mail(person.email)).searchParams.get('token') ?? '');
}

withMail(
  'a pilot applies, is declined with a reason, applies again and is a member',
  async ({ page, browser, baseURL, framework, mails, mailedApi }) => {
    await registered(mailedApi, mails, nora);
    const airline = await ownAirline(mailedApi);
    const admin = await (await browser.newContext({ baseURL: baseURL! })).newPage();

    await Given('a stranger at the page of an airline', async () => {
      await signIn(page, nora, framework);
      await page.goto(`/${framework}${to.airline(airline.code)}`);
      await heading(page, airline.name);
      await expect(group(page, profile.ranks).getByText(profile.noRanks)).toBeVisible();
    });
    await When('they apply', async () => {
      await field(page, profile.message).fill('I fly the 737 out of Oslo.');
      await page.getByRole('button', { name: profile.submitApply }).click();
    });
    await Then('they are told to wait', async () => {
      await expect(page.getByText(profile.states.OPEN)).toBeVisible();
      await expect(page.getByRole('button', { name: profile.submitApply })).toBeHidden();
      await expectAccessible(page);
      await expectReflow(page);
    });
    await When('an admin opens who wants to join', async () => {
      await signIn(admin, platformAdmin, framework);
      await admin.goto(`/${framework}${to.airline(airline.code)}`);
      await airlineLink(admin, messages.nav.joining).click();
      await heading(admin, joining.title);
      await expect(admin.getByText('I fly the 737 out of Oslo.')).toBeVisible();
      await expectAccessible(admin);
      await expectReflow(admin);
    });
    await When('they decline, and say why', async () => {
      await admin.getByRole('button', { name: joining.declinePerson(nora.displayName) }).click();
      await admin.getByRole('button', { name: joining.declineSubmit, exact: true }).last().click();
      await expect(field(admin, messages.pirep.reason)).toHaveAttribute('aria-invalid', 'true');
      await field(admin, messages.pirep.reason).fill('Tell us your name on VATSIM.');
      await admin.getByRole('button', { name: joining.declineSubmit, exact: true }).last().click();
      await expect(admin.getByText(joining.noApplications)).toBeVisible();
    });
    await Then('the pilot reads it, on the page and in a mail', async () => {
      expect((await mails.mail(nora.email)).text).toContain('Tell us your name on VATSIM.');
      await page.reload();
      await expect(page.getByText('Tell us your name on VATSIM.')).toBeVisible();
    });
    await When('the pilot applies again', async () => {
      await field(page, profile.message).fill('NORA on VATSIM.');
      await page.getByRole('button', { name: profile.submitApply }).click();
    });
    await Then('the application is on the screen of the admin by itself', () => expect(admin.getByText('NORA on VATSIM.')).toBeVisible());
    await When('the admin accepts', () => admin.getByRole('button', { name: joining.acceptPerson(nora.displayName) }).click());
    await Then('nobody waits any more, and the pilot is at home', async () => {
      await expect(admin.getByText(joining.noApplications)).toBeVisible();
      await page.reload();
      await heading(page, airline.name);
      await expect(totals(page)).toHaveText(totalsBefore);
    });
    await admin.context().close();
  },
);

withMail('a link in a mail makes a member', async ({ page, browser, baseURL, framework, mails, mailedApi }) => {
  await registered(mailedApi, mails, nora);
  const airline = await ownAirline(mailedApi, { joinPolicy: 'INVITE' });
  const guest = await (await browser.newContext({ baseURL: baseURL! })).newPage();

  await Given('an admin who invites', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.joining(airline.code)}`);
    await heading(page, joining.title);
    await field(page, joining.email).fill('nowhere');
    await page.getByRole('button', { name: joining.invite }).click();
    await expect(field(page, joining.email)).toHaveAttribute('aria-invalid', 'true');
  });
  await When('they invite two addresses, and take one back', async () => {
    for (const email of [nora.email, 'wrong@example.org']) {
      await field(page, joining.email).fill(email);
      await page.getByRole('button', { name: joining.invite }).click();
      await expect(page.getByRole('rowheader', { name: email })).toBeVisible();
    }
    await page.getByRole('button', { name: joining.revokeOf('wrong@example.org') }).click();
    await expect(page.getByRole('rowheader', { name: 'wrong@example.org' })).toBeHidden();
  });
  await When('who was invited opens the link, and signs in', async () => {
    await guest.goto(mails.link(await mails.mail(nora.email)).href);
    await heading(guest, messages.signIn.title);
    await fillSignIn(guest, nora);
  });
  await Then('nothing happens before they press', async () => {
    await heading(guest, invitation.title);
    await expect(page.getByRole('rowheader', { name: nora.email })).toBeVisible();
    await expectAccessible(guest);
  });
  await When('they press', () => guest.getByRole('button', { name: invitation.submit }).click());
  await Then('they are a member, and the invitation is gone from the screen of the admin', async () => {
    await heading(guest, invitation.doneTitle(airline.name));
    await expect(guest.getByText(invitation.done(`${airline.code}0002`))).toBeVisible();
    await guest.getByRole('link', { name: invitation.next }).click();
    await expect(totals(guest)).toHaveText(totalsBefore);
    await expect(page.getByText(joining.noInvitations)).toBeVisible();
  });
  await guest.context().close();
});
