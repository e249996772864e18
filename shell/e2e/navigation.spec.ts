import { messages, peopleMessages, settingsMessages, to } from '@jetbridge/schema';
import { holdChunk } from './support/chunks.ts';
import { airlineLink, fillSignIn, Given, heading, ownAirline, pirepInput, pirepRow, signIn, Then, When } from './support/flows.ts';
import { expect, firstStart, platformAdmin, test, withPilot } from './support/test.ts';

const { airlines, nav, notFound, pirep, pireps, setup } = messages;

test('a deep link survives the sign-in', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  const path = to.pirep(airline.code, filed.id);

  await Given('a visitor who opens the link to a PIREP', () => page.goto(`/${framework}${path}`));
  await Then('they are asked to sign in first', () => heading(page, messages.signIn.title));
  await When('they do', () => fillSignIn(page, platformAdmin));
  await Then('they are where the link leads', async () => {
    await heading(page, pirep.title(filed.flightNumber));
    await expect(page).toHaveURL(`/${framework}${path}`);
  });
  await When('they open a filtered list directly', () => page.goto(`/${framework}${to.pireps(airline.code, 'REJECTED')}`));
  await Then('the filter of the address holds', () => expect(page.getByText(pireps.emptyFilter)).toBeVisible());
});

test('Back and Forward walk the pages, and the focus goes with them', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  await signIn(page, platformAdmin, framework);

  await When('I go from the airlines down to a PIREP', async () => {
    await page.getByRole('link', { name: airline.name }).last().click();
    await heading(page, airline.name);
    await airlineLink(page, nav.pireps).click();
    await heading(page, pireps.title);
    await pirepRow(page, filed.flightNumber).getByRole('link', { name: filed.flightNumber }).click();
    await heading(page, pirep.title(filed.flightNumber));
  });
  await Then('the heading of the new page has the focus', () => expect(page.getByRole('heading', { level: 1 })).toBeFocused());
  await When('I go back to the start', async () => {
    await page.goBack();
    await heading(page, pireps.title);
    await page.goBack();
    await heading(page, airline.name);
    await page.goBack();
    await heading(page, airlines.title);
  });
  await Then('Forward leads to the same pages again', async () => {
    await page.goForward();
    await heading(page, airline.name);
    await page.goForward();
    await heading(page, pireps.title);
    await expect(page).toHaveURL(`/${framework}${to.pireps(airline.code)}`);
  });
});

test('the focus waits for a page whose code comes late, unless the person takes it elsewhere', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await page.clock.install();
  await signIn(page, platformAdmin, framework);
  await page.goto(`/${framework}${to.airline(airline.code)}`);
  await heading(page, airline.name);
  /** Follows a link; the code of its screen takes longer than anything in the page waits for. */
  const follow = async (link: string, screen: string) => {
    const held = await holdChunk(page, framework, screen);
    await airlineLink(page, link).click();
    await held.asked;
    await page.clock.fastForward('00:10');
    return held;
  };

  await When('the code of the roster comes late', async () => (await follow(nav.members, 'people')).release());
  await Then('its heading has the focus', () =>
    expect(page.getByRole('heading', { level: 1, name: peopleMessages.roster.title })).toBeFocused(),
  );
  await When('I press Tab while that of the settings is on its way', async () => {
    const held = await follow(nav.settings, 'settings');
    await page.keyboard.press('Tab');
    held.release();
    await heading(page, settingsMessages.title);
  });
  await Then('the focus is where I took it', () => expect(airlineLink(page, platformAdmin.displayName)).toBeFocused());
});

test('what does not exist says so and leads on', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework);
  const nobody = '00000000-0000-4000-8000-000000000000';
  const nowhere = ['/nowhere', to.airline('ZZZ'), to.pireps('ZZZ'), to.pirep(airline.code, nobody), to.amendPirep(airline.code, nobody)];
  for (const path of nowhere)
    await Then(`${path} is not found`, async () => {
      await page.goto(`/${framework}${path}`);
      await heading(page, notFound.title);
    });
  await When('I follow the way out', () => page.getByRole('link', { name: notFound.action }).click());
  await Then('I am at the airlines', () => heading(page, airlines.title));
});

withPilot('what is not for me is not found either', async ({ page, pilot, framework }) => {
  const { code } = await pilot.create();
  await signIn(page, pilot.person, framework);
  for (const path of [to.pireps(code), to.joining(code), to.members(code)])
    await Then(`${path} is not found`, async () => {
      await page.goto(`/${framework}${path}`);
      await heading(page, notFound.title);
      await expect(page.getByRole('alert')).toBeHidden();
    });
});

test('one front end downloads no byte of the others', async ({ page, requests, framework }) => {
  await signIn(page, platformAdmin, framework);
  const remotes = requests.filter((path) => path.startsWith('/remotes/'));
  const own = `/remotes/${framework}/`;
  expect(remotes.filter((path) => path.startsWith(own))).not.toEqual([]);
  expect(remotes.filter((path) => !path.startsWith(own))).toEqual([]);
});

firstStart('the printed set-up link opens in the front end used last', async ({ page, fresh, framework }) => {
  await Given(`someone who last used ${framework}`, async () => {
    await page.goto(`/${framework}`);
    await expect(page.getByText(messages.signIn.needed)).toBeVisible();
  });
  await When('they open the link of the log', () => page.goto(fresh.setupLink));
  await Then('that front end shows the form', async () => {
    await heading(page, setup.title);
    await expect(page).toHaveURL(`/${framework}/setup?token=${fresh.setupToken}`);
    await expect(page.getByRole('button', { name: setup.submit })).toBeVisible();
  });
});
