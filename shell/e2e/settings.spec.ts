import {
  AirlineSettingsDocument,
  JoinAirlineDocument,
  messages,
  peopleMessages,
  settingsMessages as text,
  to,
  UpdateAirlineDocument,
} from '@jetbridge/schema';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Api } from './support/api.ts';
import {
  airlineLink,
  field,
  flight,
  Given,
  group,
  heading,
  holdBack,
  ownAirline,
  pirepInput,
  pirepRow,
  signIn,
  Then,
  When,
} from './support/flows.ts';
import { expect, type Framework, platformAdmin, test, withPilot } from './support/test.ts';

const select = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true });
const save = (page: Page, section: string) => group(page, section).getByRole('button', { name: text.save, exact: true });

async function open(page: Page, framework: Framework, code: string) {
  await page.goto(`/${framework}${to.airlineSettings(code)}`);
  await heading(page, text.title);
  await expect(field(page, text.profile.name)).toBeVisible();
}

async function another(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}

/** How the chip of the airline is drawn, above every page. */
function chip(page: Page, code: string): Promise<string> {
  const bar = page.getByRole('navigation', { name: messages.nav.label });
  return bar.getByText(code, { exact: true }).evaluate((element) => getComputedStyle(element).backgroundColor);
}

withPilot('an admin gives the airline a name and a colour, which everybody sees at once', async ({ page, browser, pilot, framework }) => {
  withPilot.slow(); // two people, and axe at each turn
  const airline = await pilot.join();
  const other = await another(browser, pilot.url);

  await Given('a pilot at home, and an admin in the settings', async () => {
    await signIn(other, pilot.person, framework);
    await other.goto(`/${framework}${to.members(airline.code)}`);
    await heading(other, peopleMessages.roster.title);
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.airline(airline.code)}`);
    await airlineLink(page, messages.nav.settings).click();
    await heading(page, text.title);
  });
  const plain = await chip(other, airline.code);
  await When('they enter nonsense', async () => {
    await field(page, text.profile.name).fill('  ');
    await field(page, text.profile.iata).fill('?');
    await field(page, text.profile.brandColour).fill('red');
    await save(page, text.profile.title).click();
  });
  await Then('each field says what is wrong, and nothing was sent', async () => {
    await expect(field(page, text.profile.name)).toBeFocused();
    for (const label of [text.profile.name, text.profile.iata, text.profile.brandColour])
      await expect(field(page, label)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('list', { name: text.contrast.label })).toBeHidden();
    await expectAccessible(page);
  });
  await When('they choose a colour that is too pale for a white page', async () => {
    await field(page, text.profile.name).fill('Polar Air');
    await field(page, text.profile.iata).fill('pa');
    await field(page, text.profile.brandColour).fill('ffe600');
  });
  await Then('they are told so, and what the product makes of it', async () => {
    const schemes = page.getByRole('list', { name: text.contrast.label }).getByRole('listitem');
    const [light, dark] = [schemes.first(), schemes.last()];
    await expect(dark).toContainText(text.contrast.schemes.dark);
    await expect(light).toContainText(text.contrast.levels.weak);
    await expect(light).toContainText('Shown darker');
    await expect(dark).toContainText(text.contrast.levels.text);
    await expectAccessible(page);
    await expectReflow(page);
  });
  await When('they save', () => save(page, text.profile.title).click());
  await Then('the form shows what was saved, and the pilot the new name and colour', async () => {
    await expect(page.getByText(text.saved)).toBeVisible();
    await expect(field(page, text.profile.brandColour)).toHaveValue('#ffe600');
    await expect(field(page, text.profile.iata)).toHaveValue('PA');
    await expect(other.getByText('Polar Air')).toBeVisible();
    await expect.poll(() => chip(other, airline.code)).not.toBe(plain);
    for (const colorScheme of ['light', 'dark'] as const) {
      await other.emulateMedia({ colorScheme });
      await expectAccessible(other);
    }
  });
  await other.context().close();
});

test('what is typed while a form is saved stays typed', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework);
  await open(page, framework, airline.code);
  const held = await holdBack(page, 'mutation UpdateAirline');

  await Given('a new name on its way', async () => {
    await field(page, text.profile.name).fill('  Polar Air  ');
    await save(page, text.profile.title).click();
    await held.sent;
  });
  await When('I type on meanwhile', async () => {
    await field(page, text.profile.iata).fill('pa');
    held.release();
    await expect(page.getByText(text.saved)).toBeVisible();
  });
  await Then('it is still there, beside what was saved, and is no conflict', async () => {
    await expect(field(page, text.profile.name)).toHaveValue('Polar Air');
    await expect(field(page, text.profile.iata)).toHaveValue('pa');
    await expect(page.getByRole('button', { name: text.takeTheirs })).toBeHidden();
  });
  await When('I change the name while it is saved', async () => {
    const again = await holdBack(page, 'mutation UpdateAirline');
    await field(page, text.profile.name).fill('Polar Air Express');
    await save(page, text.profile.title).click();
    await again.sent;
    await field(page, text.profile.name).fill('Polar Air Expressway');
    again.release();
    await expect(save(page, text.profile.title)).toHaveAttribute('aria-disabled', 'false');
  });
  await Then('it is what I typed last, and no conflict either', async () => {
    await expect(field(page, text.profile.iata)).toHaveValue('PA');
    await expect(field(page, text.profile.name)).toHaveValue('Polar Air Expressway');
    await expect(page.getByRole('button', { name: text.takeTheirs })).toBeHidden();
  });
  await Then('the next press saves that', async () => {
    await save(page, text.profile.title).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect
      .poll(async () => (await api.run(AirlineSettingsDocument, { code: airline.code })).airline?.name)
      .toBe('Polar Air Expressway');
  });
});

withPilot('an admin sets the ranks, with the keyboard, and members hold them at once', async ({ page, browser, pilot, framework }) => {
  withPilot.slow(); // two people, and axe at each turn
  const airline = await pilot.join();
  const other = await another(browser, pilot.url);
  const { ranks } = text;
  const name = (place: number) => field(page, ranks.nameOf(place));
  const hours = (place: number) => field(page, ranks.hoursOf(place));

  await Given('a pilot before the roster, and an admin in the settings', async () => {
    await signIn(other, pilot.person, framework);
    await other.goto(`/${framework}${to.members(airline.code)}`);
    await heading(other, peopleMessages.roster.title);
    await signIn(page, platformAdmin, framework);
    await open(page, framework, airline.code);
    await expect(page.getByText(ranks.none)).toBeVisible();
  });
  await When('they add two ranks with the same hours', async () => {
    await page.getByRole('button', { name: ranks.add }).press('Enter');
    await expect(name(1)).toBeFocused();
    await page.keyboard.type('Captain');
    await page.keyboard.press('Tab');
    await page.keyboard.type('100');
    await page.getByRole('button', { name: ranks.add }).press('Enter');
    await expect(name(2)).toBeFocused();
    await page.keyboard.type('Cadet');
    await page.keyboard.press('Tab');
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
  });
  await Then('the second says what is wrong with it', async () => {
    await expect(hours(2)).toBeFocused();
    await expect(hours(2)).toHaveAttribute('aria-invalid', 'true');
    await expect(hours(1)).toHaveAttribute('aria-invalid', 'false');
    await expectAccessible(page);
    await expectReflow(page);
  });
  await When('they mend that, add a third, take it away again, and save', async () => {
    await hours(2).fill('0');
    await page.getByRole('button', { name: ranks.add }).press('Enter');
    await page.getByRole('button', { name: ranks.removeOf('', 3) }).press('Enter');
    await expect(name(2)).toBeFocused();
    await page.getByRole('button', { name: ranks.sort }).click();
    await expect(name(1)).toHaveValue('Cadet');
    await save(page, ranks.title).click();
    await expect(page.getByText(text.saved)).toBeVisible();
  });
  await Then('the pilot holds the first of them', async () => {
    await expect(other.getByRole('row', { name: pilot.person.displayName })).toContainText('Cadet');
    await open(page, framework, airline.code);
    await expect(name(2)).toHaveValue('Captain');
  });
  await When('all are taken away', async () => {
    await page.getByRole('button', { name: ranks.removeOf('Captain', 2) }).click();
    await page.getByRole('button', { name: ranks.removeOf('Cadet', 1) }).click();
    await expect(page.getByRole('button', { name: ranks.add })).toBeFocused();
    await save(page, ranks.title).click();
  });
  await Then('nobody holds one', () => expect(other.getByRole('row', { name: pilot.person.displayName })).not.toContainText('Cadet'));
  await other.context().close();
});

test('two admins at the same form do not write over each other', async ({ page, browser, api, framework, baseURL }) => {
  const airline = await ownAirline(api);
  const other = await another(browser, baseURL!);
  await Given('two admins before the settings', async () => {
    for (const who of [page, other]) {
      await signIn(who, platformAdmin, framework);
      await open(who, framework, airline.code);
    }
  });
  await When('one types a name, and the other saves another, and an IATA code', async () => {
    await field(page, text.profile.name).fill('Mine');
    await field(other, text.profile.name).fill('Theirs');
    await field(other, text.profile.iata).fill('TH');
    await save(other, text.profile.title).click();
    await expect(other.getByText(text.saved)).toBeVisible();
  });
  await Then('what was typed is still there, beside what is new, and they are told', async () => {
    await expect(page.getByRole('alert')).toContainText(text.conflict(text.profile.name));
    await expect(field(page, text.profile.name)).toHaveValue('Mine');
    await expect(field(page, text.profile.iata)).toHaveValue('TH');
    await expectAccessible(page);
  });
  await When('they take the other name and save a colour', async () => {
    await page.getByRole('button', { name: text.takeTheirs }).click();
    await expect(field(page, text.profile.name)).toHaveValue('Theirs');
    await expect(page.getByRole('alert')).toBeHidden();
    await field(page, text.profile.brandColour).fill('#0b3d91');
  });
  await Then('the colour and nothing else is sent', async () => {
    const sent = page.waitForRequest((request) => request.postData()?.includes('updateAirline') ?? false);
    await save(page, text.profile.title).click();
    const { variables } = (await sent).postDataJSON() as { variables: { input: object } };
    expect(variables.input).toEqual({ airlineId: airline.id, brandColour: '#0b3d91' });
    await expect(field(other, text.profile.brandColour)).toHaveValue('#0b3d91');
  });
  await other.context().close();
});

test('an admin decides who joins, what is accepted unread, and in which units', async ({ page, api, framework }) => {
  test.slow(); // axe reads it twice
  const airline = await ownAirline(api);
  await api.run(UpdateAirlineDocument, { input: { airlineId: airline.id, brandColour: '#ffe600' } });
  const { review, policy, units } = text;
  await Given('an admin in the settings', async () => {
    await signIn(page, platformAdmin, framework);
    await open(page, framework, airline.code);
  });
  await When('nothing is changed, nothing is sent', async () => {
    await save(page, policy.title).click();
    await expect(page.getByText(text.nothingNew)).toBeVisible();
  });
  await When('they enter a landing rate that is none', async () => {
    await select(page, review.autoAccept).selectOption('RULES');
    await field(page, review.landingRateLimitFpm).fill('soft');
    await save(page, review.title).click();
    await expect(field(page, review.landingRateLimitFpm)).toBeFocused();
    await expect(field(page, review.landingRateLimitFpm)).toHaveAttribute('aria-invalid', 'true');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await expectReflow(page);
  });
  await When('they save each part', async () => {
    await field(page, review.landingRateLimitFpm).fill('-300');
    await page.getByRole('checkbox', { name: messages.networks.VATSIM }).check();
    await select(page, review.ownReview).selectOption('NOBODY');
    await save(page, review.title).click();
    await expect(page.getByText(text.saved)).toHaveCount(1);
    await select(page, policy.joinPolicy).selectOption('INVITE');
    await save(page, policy.title).click();
    await expect(page.getByText(text.saved)).toHaveCount(2);
    await select(page, units.distanceUnit).selectOption('KM');
    await save(page, units.title).click();
    await expect(page.getByText(text.saved)).toHaveCount(3);
  });
  await Then('it is so', async () => {
    const read = await api.run(AirlineSettingsDocument, { code: airline.code });
    expect(read.airline).toMatchObject({
      joinPolicy: 'INVITE',
      settings: {
        autoAccept: 'RULES',
        landingRateLimitFpm: -300,
        autoAcceptNetworks: ['VATSIM'],
        ownReview: 'NOBODY',
        distanceUnit: 'KM',
        weightUnit: 'KG',
      },
    });
  });
  await Then('who has chosen no units of their own reads those', async () => {
    await api.filePirep(pirepInput(airline.id));
    await airlineLink(page, messages.nav.pireps).click();
    await expect(pirepRow(page, flight.flightNumber)).toContainText(/\d km/);
  });
});

withPilot('an airline is closed by typing its code, and stands still for everybody', async ({ page, browser, pilot, framework }) => {
  withPilot.slow(); // two people, and axe at each turn
  const airline = await pilot.join();
  const other = await another(browser, pilot.url);
  const { danger } = text;
  const close = () => page.getByRole('button', { name: danger.close }).click();

  await Given('a pilot and an admin', async () => {
    await signIn(other, pilot.person, framework);
    await other.goto(`/${framework}${to.pireps(airline.code)}`);
    await heading(other, messages.pireps.title);
    await expect(airlineLink(other, messages.nav.file)).toBeVisible();
    await signIn(page, platformAdmin, framework);
    await open(page, framework, airline.code);
  });
  await When('the admin would leave', async () => {
    await page.getByRole('button', { name: danger.leave }).click();
    const dialog = page.getByRole('dialog', { name: danger.leaveTitle(airline.name) });
    await dialog.getByRole('button', { name: danger.leave }).click();
    await expect(dialog.getByRole('alert')).toContainText('An airline needs an admin');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: danger.cancel }).click();
  });
  await When('they type another code, and no reason', async () => {
    await field(page, danger.code(airline.code)).fill('XXX');
    await close();
    await expect(field(page, danger.code(airline.code))).toBeFocused();
    await expect(page.getByText(danger.typeCode(airline.code))).toBeVisible();
    await field(page, danger.code(airline.code)).fill(airline.code.toLowerCase());
    await close();
    await expect(field(page, danger.reason)).toBeFocused();
  });
  await When('they type both', async () => {
    await field(page, danger.reason).fill('The hangar burnt down.');
    await close();
  });
  await Then('nothing can be changed any more, and the page says so and why', async () => {
    await expect(page.getByText(text.standstill.CLOSED)).toContainText('The hangar burnt down.');
    await expect(field(page, text.profile.name)).toBeDisabled();
    await expect(save(page, text.ranks.title)).toBeHidden();
    await expect(page.getByRole('button', { name: danger.close })).toBeHidden();
    await expectAccessible(page);
    await expectReflow(page);
  });
  await Then('the pilot sees it at once, and files nothing', async () => {
    await expect(other.getByText(text.standstill.CLOSED)).toBeVisible();
    await expect(airlineLink(other, messages.nav.file)).toBeHidden();
  });
  await other.context().close();
});

withPilot('who is no admin finds no settings', async ({ page, pilot, framework }) => {
  const airline = await pilot.create();
  await Given('a stranger at the address', async () => {
    await signIn(page, pilot.person, framework);
    await page.goto(`/${framework}${to.airlineSettings(airline.code)}`);
  });
  await Then('there is nothing', () => expect(page.getByText(text.onlyAdmins)).toBeVisible());
  await When('they are a pilot', async () => {
    const api = new Api(pilot.url);
    await api.signIn(pilot.person);
    await api.run(JoinAirlineDocument, { input: { airlineId: airline.id } });
    await page.goto(`/${framework}${to.pireps(airline.code)}`);
    await heading(page, messages.pireps.title);
  });
  await Then('no link leads there, and the address says no', async () => {
    await expect(airlineLink(page, messages.nav.members)).toBeVisible();
    await expect(airlineLink(page, messages.nav.settings)).toBeHidden();
    await page.goto(`/${framework}${to.airlineSettings(airline.code)}`);
    await expect(page.getByText(text.onlyAdmins)).toBeVisible();
  });
});
