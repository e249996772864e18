import { messages, platformMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { field, fillSignIn, Given, heading, password, Then, When } from './support/flows.ts';
import { expect, firstStart, platformAdmin } from './support/test.ts';

const { airlineNew, airlines, nav, setup: door } = messages;
const { setup } = platformMessages;

async function fillAccount(page: Page) {
  await field(page, door.displayName).fill(platformAdmin.displayName);
  await field(page, door.email).fill(platformAdmin.email);
  await password(page, door.password).fill(platformAdmin.password);
  await page.getByRole('button', { name: door.submit }).click();
}

/** The step is told by the heading, in words, and in the list of all steps. */
async function atStep(page: Page, title: string, step: number, name: string) {
  await heading(page, title);
  await expect(page.getByText(setup.step(step, 3))).toBeVisible();
  await expect(page.getByRole('list', { name: setup.progress }).locator('[aria-current=step]')).toHaveText(name);
}

async function expectScreen(page: Page) {
  firstStart.slow(); // axe reads it twice
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expectReflow(page);
}

firstStart('a first airline, with the keyboard alone', async ({ page, fresh, framework }) => {
  await Given('the link of the log', async () => {
    await page.goto(`/${framework}/setup?token=${fresh.setupToken}`);
    await atStep(page, door.title, 1, setup.steps.account);
    await expectScreen(page);
  });
  await When('I type who I am', async () => {
    await field(page, door.displayName).focus();
    await page.keyboard.type(platformAdmin.displayName);
    await page.keyboard.press('Tab');
    await page.keyboard.type(platformAdmin.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(platformAdmin.password);
    await page.keyboard.press('Enter');
  });
  await Then('the next step takes the focus', async () => {
    await atStep(page, setup.airlineTitle, 2, setup.steps.airline);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectScreen(page);
  });
  await When('I type what my airline is called', async () => {
    await field(page, airlineNew.name).focus();
    await page.keyboard.type('Nordic Air Express');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nax');
    await page.keyboard.press('Enter');
  });
  await Then('I am led on', async () => {
    await atStep(page, setup.doneTitle, 3, setup.steps.done);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText(setup.doneOwn('Nordic Air Express'))).toBeVisible();
    for (const name of [setup.invite, setup.file]) await expect(page.getByRole('link', { name })).toBeVisible();
    await expectScreen(page);
    await page.getByRole('link', { name: setup.open('Nordic Air Express') }).press('Enter');
    await heading(page, 'Nordic Air Express');
  });
});

firstStart('demo data', async ({ page, browser, fresh, framework, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await Given('a new platform admin', async () => {
    await page.goto(`/${framework}/setup?token=${fresh.setupToken}`);
    await fillAccount(page);
    await heading(page, setup.airlineTitle);
  });
  await When('I choose to look around', () => page.getByRole('button', { name: setup.demo }).click());
  await Then('I read whom I can be', async () => {
    const filedAndReviewed = { timeout: 30_000 }; // three hundred flights
    await expect(page.getByRole('table', { name: setup.accounts })).toBeVisible(filedAndReviewed);
    await atStep(page, setup.doneTitle, 3, setup.steps.done);
    await expect(page.getByRole('table', { name: setup.accounts }).getByRole('row')).not.toHaveCount(1);
    await expectScreen(page);
  });
  const email = (await page.getByRole('rowheader').first().locator('.second-line').textContent()) ?? '';
  await When('I copy an address and the password', async () => {
    await page.getByRole('button', { name: setup.copyOf(email) }).click();
    await expect(page.getByText(setup.copied(email))).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(email);
    await page.getByRole('button', { name: setup.copyOf(setup.password) }).click();
    await expect(page.getByText(setup.copied(setup.password))).toBeVisible();
  });
  await Then('they open the door', async () => {
    const pilot = await (await browser.newContext({ baseURL: fresh.url })).newPage();
    await pilot.goto(`/${framework}/sign-in`);
    await fillSignIn(pilot, { email, password: await page.evaluate(() => navigator.clipboard.readText()) });
    await heading(pilot, airlines.title);
    await pilot.context().close();
  });
  await When('I go on', () => page.getByRole('link', { name: setup.airlines }).click());
  await Then('the airlines of the demo are there', async () => {
    await expect(page.getByRole('table', { name: airlines.caption }).getByRole('row')).toHaveCount(3);
    await page.goto(`/${framework}${to.setup()}`);
    await atStep(page, setup.doneTitle, 3, setup.steps.done);
  });
});

firstStart('left in the middle', async ({ page, fresh, framework }) => {
  await Given('a platform admin without an airline', async () => {
    await page.goto(`/${framework}/setup?token=${fresh.setupToken}`);
    await fillAccount(page);
    await heading(page, setup.airlineTitle);
  });
  await When('I reload', () => page.reload());
  await Then('I am where I was', () => atStep(page, setup.airlineTitle, 2, setup.steps.airline));
  await When('I skip it', () => page.getByRole('link', { name: setup.skip }).click());
  await Then('the airlines offer both ways to begin', async () => {
    await heading(page, airlines.title);
    await expect(page.getByText(airlines.empty)).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: airlines.create })).not.toHaveCount(0);
    await expectScreen(page);
  });
  await When('I sign out, and in again another day', async () => {
    await page.getByRole('button', { name: nav.signOut }).click();
    await heading(page, messages.signIn.title);
    await page.goto(`/${framework}${to.setup()}`);
    await expect(page.getByText(door.done)).toBeVisible();
    await page.getByRole('link', { name: nav.signIn }).click();
    await fillSignIn(page, platformAdmin);
  });
  await Then('I am led back to the step that is open', async () => {
    await page.getByRole('link', { name: airlines.demo }).click();
    await atStep(page, setup.airlineTitle, 2, setup.steps.airline);
  });
});

firstStart('with a wrong link', async ({ page, framework }) => {
  await Given('a link without its token', async () => {
    await page.goto(`/${framework}/setup`);
    await expect(page.getByText(door.noToken)).toBeVisible();
    await expect(page.getByRole('button', { name: door.submit })).toBeHidden();
  });
  await When('I try one that was mistyped', async () => {
    await page.goto(`/${framework}/setup?token=not-it`);
    await fillAccount(page);
  });
  await Then('I am told in words', async () => {
    await expect(page.getByRole('alert')).toContainText(/link/i);
    await atStep(page, door.title, 1, setup.steps.account);
    await expect(field(page, door.email)).toHaveValue(platformAdmin.email);
  });
});
