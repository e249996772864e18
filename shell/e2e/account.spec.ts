import { readFile } from 'node:fs/promises';
import { accountFormRules, accountMessages, formatDateTime, messages, shellMessages, to } from '@jetbridge/schema';
import type { MailCatcher } from '@jetbridge/schema/testing';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import type { Api } from './support/api.ts';
import {
  field,
  fillSignIn,
  Given,
  group,
  heading,
  ownAirline,
  password,
  signIn,
  Then,
  totals,
  totalsBefore,
  When,
} from './support/flows.ts';
import { expect, type Framework, type Person, platformAdmin, withMail } from './support/test.ts';

const { nav, signIn: door } = messages;
const text = accountMessages;
const within1s = { timeout: 1_000 };

const nora: Person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };
const newPassword = 'geese across the fjord';

/** A person with a confirmed address, made as any program could. */
async function registered(api: Api, mails: MailCatcher, person = nora): Promise<Person> {
  await api.register(person);
  await api.verifyEmail(mails.link(await mails.mail(person.email)).searchParams.get('token') ?? '');
  return person;
}

async function otherBrowser(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}

async function expectScreen(page: Page) {
  await expectAccessible(page);
  await expectReflow(page);
}

function tab(page: Page, name: keyof typeof text.account.tabs) {
  return page.getByRole('navigation', { name: text.account.sections, exact: true }).getByRole('link', { name: text.account.tabs[name] });
}

/** Nothing shows on a page that asks nothing; as soon as it does, it leads to the door. */
async function expectEnded(page: Page) {
  const atTheDoor = page.getByRole('heading', { level: 1, name: door.title });
  let next: keyof typeof text.account.tabs = 'account-api-keys';
  await expect(async () => {
    if (await atTheDoor.isHidden()) await tab(page, next).click(within1s);
    next = next === 'account-api-keys' ? 'account-sessions' : 'account-api-keys';
    await expect(atTheDoor).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
}

async function openAccount(page: Page, framework: Framework, person: Person, path = to.account()) {
  await signIn(page, person, framework);
  await page.goto(`/${framework}${path}`);
}

withMail('a stranger registers, confirms the address and comes back', async ({ page, mails, framework, mailed }) => {
  await Given('a visitor at the door', async () => {
    await page.goto(`/${framework}/sign-in`);
    await heading(page, door.title);
  });
  await When('they create an account', async () => {
    await page.getByRole('link', { name: door.register }).click();
    await heading(page, text.register.title);
    await field(page, text.displayName).fill(nora.displayName);
    await field(page, text.email).fill(nora.email);
    await password(page, text.password).fill('short');
    await page.getByRole('button', { name: text.register.submit }).click();
    await expect(password(page, text.password)).toBeFocused();
    await expect(password(page, text.password)).toHaveAccessibleDescription(/at least 8 characters/);
    await expect(field(page, text.email)).toHaveValue(nora.email);
    await password(page, text.password).fill(nora.password);
    await page.getByRole('button', { name: text.register.submit }).click();
  });
  await Then('they are sent to their mail', async () => {
    await heading(page, text.register.doneTitle);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText(text.register.done(nora.email))).toBeVisible();
  });
  await When('they sign in before they read it', async () => {
    await page.getByRole('link', { name: nav.signIn }).click();
    await fillSignIn(page, nora);
  });
  await Then('every page asks them to confirm the address', () =>
    expect(page.getByText(text.notices.unverified(nora.email))).toBeVisible(),
  );
  await Then('it asks in a way everybody can use', () => expectScreen(page));
  await When('they ask for the mail once more', () => page.getByRole('button', { name: text.resend.again }).click());

  const first = await mails.mail(nora.email);
  const second = await mails.mail(nora.email);
  await Then('it comes, and only the newer link is good', async () => {
    expect(mails.link(second).origin).toBe(mailed.url);
    await page.goto(mails.link(first).href);
    await heading(page, text.verify.title);
    await expect(page).toHaveURL(new RegExp(`/${framework}/verify`));
    await page.getByRole('button', { name: text.verify.submit }).click();
    await expect(page.getByRole('alert')).toContainText(/link/);
  });
  await When('they open the newer one, and press', async () => {
    await page.goto(mails.link(second).href);
    await page.reload(); // opening consumes nothing
    await page.getByRole('button', { name: text.verify.submit }).click();
  });
  await Then('the address is confirmed, and nothing asks for it any more', async () => {
    await heading(page, text.verify.doneTitle);
    await expect(page.getByText(text.notices.unverified(nora.email))).toBeHidden();
    await page.goto(`/${framework}${to.account()}`);
    await expect(page.getByText(text.account.confirmed, { exact: true })).toBeVisible();
  });
  await When('they change their name', async () => {
    await field(page, text.displayName).fill('Nora Vik-Moen');
    await page.getByRole('button', { name: text.account.save }).click();
  });
  await Then('it shows at once', () => expect(page.getByRole('link', { name: 'Nora Vik-Moen' })).toBeVisible());
  await When('they sign out', () => page.getByRole('button', { name: nav.signOut }).click());
  await Then('they are at the door', () => heading(page, door.title));
});

withMail(
  'a forgotten password is replaced, and what was open elsewhere closes',
  async ({ page, browser, mails, mailedApi, framework, baseURL }) => {
    const airline = await ownAirline(mailedApi);
    const other = await otherBrowser(browser, baseURL!);
    await Given('the person signed in at another browser, on a live page', async () => {
      await signIn(other, platformAdmin, framework, to.airline(airline.code));
      await expect(totals(other)).toHaveText(totalsBefore);
      await expect(other.getByText(shellMessages.live.live, { exact: true })).toBeVisible();
    });
    await When('they say here that they forgot the password', async () => {
      await page.goto(`/${framework}/sign-in`);
      await page.getByRole('link', { name: door.forgot }).click();
      await heading(page, text.forgot.title);
      await field(page, text.email).fill(platformAdmin.email);
      await page.getByRole('button', { name: text.forgot.submit }).click();
      await heading(page, text.forgot.doneTitle);
    });
    await When('they open the link and choose a new one', async () => {
      await page.goto(mails.link(await mails.mail(platformAdmin.email)).href);
      await heading(page, text.reset.title);
      await password(page, text.reset.newPassword).fill(newPassword);
      await page.getByRole('button', { name: text.reset.submit }).click();
      await expect(page.getByText(door.notices['password-reset'])).toBeVisible();
    });
    await Then('the other browser is at the door within a second, by itself', () =>
      expect(other.getByRole('heading', { level: 1, name: door.title })).toBeVisible(within1s),
    );
    await Then('the old password is refused, and the new one good', async () => {
      await fillSignIn(page, platformAdmin);
      await expect(page.getByRole('alert')).toBeVisible();
      await fillSignIn(page, { ...platformAdmin, password: newPassword });
      await heading(page, messages.airlines.title);
    });
    await Then('the link is used up', async () => {
      await page.goto(`/${framework}/reset?token=${mails.link(mails.mails.at(0)!).searchParams.get('token')}`);
      await password(page, text.reset.newPassword).fill(newPassword);
      await page.getByRole('button', { name: text.reset.submit }).click();
      await expect(page.getByRole('alert')).toContainText(/link/);
    });
    await other.context().close();
  },
);

withMail('the e-mail address moves to a new one, with word to the old', async ({ page, mails, mailedApi, framework }) => {
  const person = await registered(mailedApi, mails);
  const moved = { ...person, email: 'nora.vik@example.com' };
  await openAccount(page, framework, person);
  const form = group(page, text.account.emailTitle);

  await When('I give the new address, but a wrong password', async () => {
    await field(form, text.account.newEmail).fill(moved.email);
    await password(form, text.yourPassword).fill('cranes over the swamp');
    await form.getByRole('button', { name: text.account.changeEmail }).click();
  });
  await Then('the password says so, and the address is still there', async () => {
    await expect(password(form, text.yourPassword)).toHaveAttribute('aria-invalid', 'true');
    await expect(password(form, text.yourPassword)).toBeFocused();
    await expect(field(form, text.account.newEmail)).toHaveValue(moved.email);
  });
  await When('I correct it', async () => {
    await password(form, text.yourPassword).fill(person.password);
    await form.getByRole('button', { name: text.account.changeEmail }).click();
    await expect(form.getByText(text.account.emailSent(moved.email))).toBeVisible();
  });
  await Then('the old address hears of it, and nothing has changed yet', async () => {
    await mails.mail(person.email);
    await expect(form.getByText(person.email, { exact: true })).toBeVisible();
  });
  await When('I confirm at the new address', async () => {
    await page.goto(mails.link(await mails.mail(moved.email)).href);
    await heading(page, text.confirmEmail.title);
    await page.getByRole('button', { name: text.confirmEmail.submit }).click();
  });
  await Then('it is the address of the account, here and at the door', async () => {
    await expect(group(page, text.account.emailTitle).getByText(moved.email, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: nav.signOut }).click();
    await heading(page, door.title);
    await fillSignIn(page, moved);
    await heading(page, text.account.titles.account);
  });
});

withMail(
  'devices are signed out one by one, together, and by a new password',
  async ({ page, browser, mails, mailedApi, framework, baseURL }) => {
    const person = await registered(mailedApi, mails);
    const phone = await otherBrowser(browser, baseURL!);
    const tablet = await otherBrowser(browser, baseURL!);
    await openAccount(phone, framework, person, to.sessions());
    await openAccount(page, framework, person, to.sessions());
    const devices = page.getByRole('table', { name: text.sessions.caption }).getByRole('row');
    const signOuts = devices.getByRole('button');

    await Then('both are listed, in words', async () => {
      await expect(devices).toHaveCount(3); // with the head
      await expect(devices.filter({ hasText: text.sessions.current })).toContainText(/Chrome on /);
    });
    await When('I sign the other one out', () => signOuts.first().click());
    await Then('it is gone from the list, and its next step leads to the door', async () => {
      await expect(devices).toHaveCount(2);
      await expectEnded(phone);
    });
    await When('two others come, and I sign out all but this', async () => {
      await fillSignIn(phone, person);
      await expect(tab(phone, 'account')).toBeVisible();
      await openAccount(tablet, framework, person, to.sessions());
      await page.reload();
      await expect(devices).toHaveCount(4);
      await page.getByRole('button', { name: text.sessions.signOutOthers }).click();
    });
    await Then('only this one is left', async () => {
      await expect(devices).toHaveCount(2);
      await expect(signOuts).toHaveCount(0);
    });
    await When('another comes, and I change the password here', async () => {
      await expectEnded(tablet);
      await fillSignIn(tablet, person);
      await expect(tab(tablet, 'account')).toBeVisible();
      await tab(page, 'account').click();
      const form = group(page, text.account.passwordTitle);
      await password(form, text.account.currentPassword).fill(person.password);
      await password(form, text.account.newPassword).fill(newPassword);
      await form.getByRole('button', { name: text.account.changePassword }).click();
      await expect(page.getByText(text.account.passwordChanged)).toBeVisible();
      await expect(password(form, text.account.newPassword)).toHaveValue('');
    });
    await Then('this one goes on, and the other ends', async () => {
      await tab(page, 'account-sessions').click();
      await expect(devices).toHaveCount(2);
      await expectEnded(tablet);
    });
    await phone.context().close();
    await tablet.context().close();
  },
);

withMail('an API key works like its owner, within its scopes, until it is revoked', async ({ page, framework, mailed }) => {
  const ask = async (secret: string, query: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
    const response = await fetch(`${mailed.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()) as { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[] };
  };
  let secret = '';

  await openAccount(page, framework, platformAdmin, to.apiKeys());
  await When('I make a key that may see who is here', async () => {
    const form = group(page, text.apiKeys.createTitle);
    await form.getByRole('button', { name: text.apiKeys.create }).click();
    await expect(field(form, text.apiKeys.name)).toBeFocused();
    await field(form, text.apiKeys.name).fill('Sim link');
    await form.getByRole('checkbox', { name: text.permissions['user:list'] }).check();
    await form.getByRole('combobox', { name: text.apiKeys.life }).selectOption(text.apiKeys.lives['30']);
    await password(form, text.yourPassword).fill(platformAdmin.password);
    await form.getByRole('button', { name: text.apiKeys.create }).click();
  });
  await Then('I see it once', async () => {
    const shown = field(page, text.apiKeys.secretTitle('Sim link'));
    await expect(shown).toHaveValue(/^jb_/);
    secret = await shown.inputValue();
    await page.getByRole('button', { name: text.apiKeys.done }).click();
    await expect(page.getByRole('table', { name: text.apiKeys.caption })).toContainText('Sim link');
    await page.reload();
    await expect(page.getByRole('table', { name: text.apiKeys.caption })).toContainText('Sim link');
    await expect(page.locator('body')).not.toContainText(secret);
  });
  await Then('a program sees them with it, and nothing of the account', async () => {
    expect(await ask(secret, '{ users { totalCount } }')).toEqual({ data: { users: { totalCount: 1 } } });
    const { errors } = await ask(secret, 'mutation { signOutEverywhere(input: {}) { ok } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
  await When('I revoke it', async () => {
    await page.getByRole('button', { name: text.apiKeys.revokeKey('Sim link') }).click();
    const dialog = page.getByRole('dialog', { name: text.apiKeys.revokeTitle('Sim link') });
    await dialog.getByRole('button', { name: text.apiKeys.revokeSubmit }).click();
    await expect(page.getByText(text.apiKeys.empty)).toBeVisible();
  });
  await Then('it opens nothing any more', async () => {
    const { errors } = await ask(secret, '{ users { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

withMail(
  'a person takes their data along, leaves, stays after all, and leaves for good',
  async ({ page, mails, mailedApi, framework, mailed, problems }) => {
    problems.allow(/WebSocket.+ERR_CONNECTION_REFUSED/); // the server is away for a moment
    const canary: Person = { email: 'quetzalcoatlus@example.org', displayName: 'Quetzal Coatlus', password: 'wings over the chalk sea' };
    await registered(mailedApi, mails, canary);
    await openAccount(page, framework, canary, to.ownData());
    const exporting = group(page, text.ownData.exportTitle);
    const leaving = group(page, text.ownData.deleteTitle);

    await When('I download my data', async () => {
      await password(exporting, text.yourPassword).fill(canary.password);
      const downloading = page.waitForEvent('download');
      await exporting.getByRole('button', { name: text.ownData.export }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/\.json$/);
      const file = JSON.stringify(JSON.parse(await readFile(await download.path(), 'utf8')));
      expect(file).toContain(canary.displayName);
      expect(file).toContain(canary.email);
    });

    const leave = async () => {
      await field(leaving, text.ownData.phrase(accountFormRules.deletionPhrase)).fill(accountFormRules.deletionPhrase);
      await password(leaving, text.yourPassword).fill(canary.password);
      await leaving.getByRole('button', { name: text.ownData.delete }).click();
    };
    await When('I delete my account', leave);
    await Then('I am at the door, and told how to come back', async () => {
      await heading(page, door.title);
      await expect(page.getByText(door.notices['deletion-due'])).toBeVisible();
    });
    await When('I sign in again', () => fillSignIn(page, canary));
    await Then('every page says when it ends', async () => {
      const day = formatDateTime(new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString()).slice(0, 11);
      await expect(page.getByText(text.notices.deletionDue)).toContainText(day);
    });
    await Then('it says so in a way everybody can use', () => expectScreen(page));
    await When('I change my mind', () => page.getByRole('button', { name: text.ownData.cancel }).click());
    await Then('the account stays', async () => {
      await expect(page.getByText(text.ownData.cancelled)).toBeVisible();
      await expect(page.getByText(text.notices.deletionDue)).toBeHidden();
    });

    await Given('a server that gives no grace', () => mailed.restart({ JETBRIDGE_DELETION_GRACE_DAYS: '0' }));
    await When('I leave after all', async () => {
      await page.goto(`/${framework}${to.ownData()}`);
      await leave();
    });
    await Then('the account is gone', async () => {
      await expect(page.getByText(door.notices['account-erased'])).toBeVisible();
      await fillSignIn(page, canary);
      await expect(page.getByRole('alert')).toBeVisible();
    });
    await Then('and with it every trace of the name and the address', async () => {
      for (const { file, content } of await mailed.stop())
        for (const trace of [canary.email, canary.displayName, 'quetzalcoatlus', 'Coatlus'])
          expect(content.includes(trace), `${trace} in ${file}`).toBe(false);
    });
  },
);
