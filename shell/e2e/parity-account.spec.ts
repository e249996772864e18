import { accountMessages, accountTabs, CreateApiKeyDocument, messages, RequestAccountDeletionDocument, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { Api } from './support/api.ts';
import { field, fillSignIn, Given, group, heading, password, signIn } from './support/flows.ts';
import { drawn, expectAlike, inEach, tried } from './support/parity.ts';
import { type Person, platformAdmin, test, withMail, withPilot } from './support/test.ts';

const { apiKeys, confirmEmail, forgot, notices, ownData, register, resend, reset, verify } = accountMessages;
const { emailTitle, passwordTitle, profile, titles } = accountMessages.account;
const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };

const refused = async (page: Page) => {
  await tried(page);
  await page.getByRole('alert').waitFor();
};

async function sendEach(page: Page, forms: readonly string[]) {
  for (const title of forms) await group(page, title).locator('button[type=submit]').click();
}

test('a visitor sees the same in the three front ends', async ({ page }) => {
  test.slow(); // three times a dozen pages
  await expectAlike(page, '/sign-in?notice=password-reset', messages.signIn.title, 'with problems', tried);
  await expectAlike(page, to.signIn(), messages.signIn.title, 'with a wrong password', async (at) => {
    await fillSignIn(at, { email: platformAdmin.email, password: 'not the password' });
    await at.getByRole('alert').waitFor();
  });
  await expectAlike(page, '/register', register.title);
  await expectAlike(page, '/register', register.title, 'with problems', tried);
  await expectAlike(page, '/verify?token=a', verify.title);
  await expectAlike(page, '/verify?token=a', verify.title, 'refused', refused);
  await expectAlike(page, '/verify', resend.title);
  await expectAlike(page, '/verify', resend.title, 'sent', async (at) => {
    await field(at, accountMessages.email).fill('nobody@example.org');
    await tried(at);
    await heading(at, resend.doneTitle);
  });
  await expectAlike(page, '/forgot', forgot.title, 'with problems', tried);
  await expectAlike(page, '/forgot', forgot.title, 'sent', async (at) => {
    await field(at, accountMessages.email).fill('nobody@example.org');
    await tried(at);
    await heading(at, forgot.doneTitle);
  });
  await expectAlike(page, '/reset?token=a', reset.title, 'with problems', tried);
  await expectAlike(page, '/reset?token=a', reset.title, 'refused', async (at) => {
    await password(at, reset.newPassword).fill(nora.password);
    await refused(at);
  });
  await expectAlike(page, '/reset', reset.title);
  await expectAlike(page, '/confirm-email?token=a', confirmEmail.title);
  await expectAlike(page, '/confirm-email', confirmEmail.title);
  await expectAlike(page, '/nowhere', messages.notFound.title);
});

withMail('who registers sees the same in the three front ends', async ({ page, mails, mailedApi }) => {
  await expectAlike(page, '/register', register.title, 'sent', async (at) => {
    await field(at, accountMessages.displayName).fill(nora.displayName);
    await field(at, accountMessages.email).fill(nora.email);
    await password(at, accountMessages.password).fill(nora.password);
    await tried(at);
    await heading(at, register.doneTitle);
  });
  await Given('who has not opened the link', () => signIn(page, nora, 'react'));
  await expectAlike(page, to.airlines(), messages.airlines.title, 'without a proved address', (at) =>
    at.getByText(notices.unverified(nora.email)).waitFor(),
  );
  await inEach('/verify, done', async (framework) => {
    const person = { ...nora, email: `${framework}@example.org` };
    await mailedApi.register(person);
    await page.goto(`/${framework}/verify?token=${mails.link(await mails.mail(person.email)).searchParams.get('token')}`);
    await heading(page, verify.title);
    await tried(page);
    await heading(page, verify.doneTitle);
    return drawn(page, framework);
  });
});

withPilot('an account is the same in the three front ends', async ({ page, pilot }) => {
  withPilot.slow(); // three times a dozen pages
  const own = new Api(pilot.url);
  await own.signIn(pilot.person);
  await Given('a pilot, signed in here and elsewhere', () => signIn(page, pilot.person, 'react'));
  for (const { page: name, to: path } of accountTabs) await expectAlike(page, path, titles[name]);
  const sent = (...forms: string[]) => ['with problems', (at: Page) => sendEach(at, forms)] as const;
  await expectAlike(page, to.account(), titles.account, ...sent(profile, emailTitle, passwordTitle));
  await expectAlike(page, to.ownData(), titles['account-data'], ...sent(ownData.exportTitle, ownData.deleteTitle));
  await expectAlike(page, to.apiKeys(), titles['account-api-keys'], 'with problems', tried);
  await inEach(`${to.apiKeys()}, with a new one`, async (framework) => {
    await page.goto(`/${framework}${to.apiKeys()}`);
    await field(page, apiKeys.name).fill('Sim link');
    await page.getByRole('checkbox').first().check();
    await password(page, accountMessages.yourPassword).fill(pilot.person.password);
    await tried(page);
    await field(page, apiKeys.secretTitle('Sim link')).waitFor();
    const revoke = page.getByRole('button', { name: apiKeys.revokeKey('Sim link') });
    await revoke.waitFor(); // the list is asked for again once the secret is there
    const screen = await drawn(page, framework);
    await revoke.click();
    await page.getByRole('dialog').getByRole('button', { name: apiKeys.revokeSubmit }).click();
    await page.getByText(apiKeys.empty).waitFor();
    return screen;
  });
  const key = { name: 'Sim link', scopes: ['airline:list'], expiresAt: null, password: pilot.person.password };
  await own.run(CreateApiKeyDocument, { input: key });
  await expectAlike(page, to.apiKeys(), titles['account-api-keys'], 'with a question', async (at) => {
    await at.getByRole('button', { name: apiKeys.revokeKey('Sim link') }).click();
    await at.getByRole('dialog').waitFor();
  });
  await own.run(RequestAccountDeletionDocument, { input: { password: pilot.person.password } });
  await Given('who is about to go', () => signIn(page, pilot.person, 'react'));
  await expectAlike(page, to.ownData(), titles['account-data'], 'about to go', (at) => at.getByText(notices.deletionDue).first().waitFor());
});
