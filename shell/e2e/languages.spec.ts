import { commandMessages, messages, shellMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { catalogue as german } from '../src/languages/de.ts';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { airportField, field, flight, Given, heading, ownAirline, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

/**
 * Words of English on the page, in texts and in names, that no catalogue has answered: the pseudo-locale leaves no plain vowel in any. What
 * people wrote, codes and times are not ours to translate; languages are named in themselves.
 */
function plainWords(page: Page, written: readonly string[]) {
  return page.evaluate((known) => {
    const found: string[] = [];
    const look = (text: string | null, where: string) => {
      let rest = text ?? '';
      for (const own of known) rest = rest.replaceAll(own, ' ');
      if (/[a-z]*[aeiou][a-z]*/i.test(rest.replace(/\d+ [A-Z][a-z]{2,3} \d{4}|\b[A-Z0-9]{2,}\b/g, ' ')))
        found.push(`${where}: ${text?.trim()}`);
    };
    const skipped = '.code, time, kbd, option[lang], code, script, style, noscript, [data-untranslated]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(skipped)) continue;
      if (node instanceof Text) {
        if (element.checkVisibility()) look(node.data, element.tagName.toLowerCase());
        continue;
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        look(element.getAttribute(name), `${element.tagName.toLowerCase()}[${name}]`);
    }
    return found;
  }, written);
}

const speakPseudo = (page: Page) =>
  page.evaluate(() => localStorage.setItem('jetbridge.preferences', JSON.stringify({ language: 'pseudo' })));

/** @param written what people wrote, in whatever language */
async function expectTranslated(page: Page, address: string, written: readonly string[]) {
  await Then(`${address} is translated, and fits a phone`, async () => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /\[Lóóáádííng\]/ })).toHaveCount(0);
    expect.soft(await plainWords(page, written), address).toEqual([]);
    await expectReflow(page);
  });
}

test('no screen says anything of its own', async ({ page, api, framework }) => {
  test.slow(); // every screen of a member, an admin and the platform admin
  const airline = await ownAirline(api);
  const pirep = await api.filePirep(pirepInput(airline.id));
  await signIn(page, platformAdmin, framework);
  await speakPseudo(page);
  const airports = [pirep.departure, pirep.arrival].flatMap(({ name, city }) => [name, city ?? name]);
  const names = [await page.evaluate(() => navigator.userAgent), 'Chrome', 'Linux', 'node', 'SQLite'];
  const written = [platformAdmin.displayName, platformAdmin.email, airline.name, 'Nordic Air', ...airports, ...names];

  for (const path of [
    ...[to.airlines(), to.newAirline(), to.airline(airline.code), to.pireps(airline.code), to.pirep(airline.code, pirep.id)],
    ...[to.filePirep(airline.code), to.amendPirep(airline.code, pirep.id), to.review(airline.code), to.members(airline.code)],
    ...[to.member(airline.code, 1), to.joining(airline.code), to.airlineSettings(airline.code), '/nowhere'],
    ...[to.account(), to.sessions(), to.apiKeys(), to.ownData()],
    ...[to.adminAirlines(), to.adminUsers(), to.adminHealth(), to.mailOutbox()],
  ])
    await expectTranslated(page, `/${framework}${path}`, written);
});

test('nor does one for visitors', async ({ page, framework }) => {
  await page.goto(`/${framework}${to.signIn()}`);
  await heading(page, messages.signIn.title);
  await speakPseudo(page);
  for (const path of [
    to.signInAfter('password-reset'),
    to.register(),
    to.forgot(),
    to.verify(),
    '/verify?token=x',
    '/reset?token=x',
    '/confirm-email?token=x',
    '/setup',
  ])
    await expectTranslated(page, `/${framework}${path}`, []);
});

test('German, and back, with what is half typed', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  const choose = async (language: string, label: string, button: string) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('combobox', { name: label }).selectOption(language);
  };
  const { pirepFile } = german.messages;

  await Given('a form with a flight number in it', async () => {
    await signIn(page, platformAdmin, framework, to.filePirep(airline.code));
    await heading(page, messages.pirepFile.title);
    await field(page, messages.pirepFile.flightNumber).fill(flight.flightNumber);
  });
  await When('German is chosen', () => choose('de', commandMessages.preferences.language, shellMessages.preferences));
  await Then('the form is German, and what was typed is in it', async () => {
    await heading(page, pirepFile.title);
    await expect(field(page, pirepFile.flightNumber)).toHaveValue(flight.flightNumber);
    await expect(airportField(page, pirepFile.departure)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('combobox', { name: german.commandMessages.preferences.language })).toBeFocused();
    await expectAccessible(page);
  });
  await Then('so are its rules', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: pirepFile.submit }).click();
    await expect(page.getByText(german.pirepRules.departure)).toBeVisible();
  });
  await Then('it stays German after a reload', async () => {
    await page.reload();
    await heading(page, pirepFile.title);
  });
  await When('English is chosen again', () => choose('en', german.commandMessages.preferences.language, german.shellMessages.preferences));
  await Then('everything is as it was', async () => {
    await heading(page, messages.pirepFile.title);
    await expect(field(page, messages.pirepFile.flightNumber)).toHaveValue(flight.flightNumber);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
