import { compareMessages, messages, peopleMessages, shellMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { holdChunk, refuseChunk } from './support/chunks.ts';
import { openCompare } from './support/compare.ts';
import {
  airlineLink,
  fillPirep,
  flight,
  Given,
  heading,
  ownAirline,
  pane,
  pirepInput,
  pirepRow,
  signIn,
  Then,
  totals,
  totalsAfter,
  totalsBefore,
  When,
} from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const { nav, pirep, pireps, states } = messages;
const within1s = { timeout: 1_000 };

function linked(page: Page) {
  return page.getByRole('switch', { name: compareMessages.linked });
}

test('filed in one framework, seen in two, accepted in another, counted in all three', async ({ page, api }) => {
  const airline = await ownAirline(api);
  const { react, vue, svelte } = await openCompare(page, to.airline(airline.code), airline.name);

  await Given('the React pane alone at the form', async () => {
    await linked(page).uncheck();
    await airlineLink(react, nav.file).click();
    await heading(react, messages.pirepFile.title);
    await heading(vue, airline.name);
    await fillPirep(react);
  });
  await When('I file there', async () => {
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('mutation FilePirep') ?? false);
    await react.getByRole('button', { name: messages.pirepFile.submit }).click();
    await answered;
  });
  await Then('the flight shows in the Vue and Svelte panes within a second', async () => {
    await Promise.all([vue, svelte].map((each) => expect(pirepRow(each, flight.flightNumber)).toContainText(states.PENDING, within1s)));
  });

  await Given('all three panes at the airline, without a reload', async () => {
    await airlineLink(react, nav.home).click();
    for (const each of [react, vue, svelte]) await expect(totals(each)).toHaveText(totalsBefore);
  });
  await When('I accept it in the Svelte pane', () => svelte.getByRole('button', { name: pirep.acceptFlight(flight.flightNumber) }).click());
  await Then('state and totals change in all three', async () => {
    for (const each of [react, vue, svelte]) {
      await expect(pirepRow(each, flight.flightNumber)).toContainText(states.ACCEPTED);
      await expect(totals(each)).toHaveText(totalsAfter);
    }
  });
});

test('linked panes walk together, unlinked ones alone', async ({ page, api }) => {
  const airline = await ownAirline(api);
  const { react, vue, svelte } = await openCompare(page, to.airline(airline.code), airline.name);
  await When('I open the PIREPs in the Vue pane', () => airlineLink(vue, nav.pireps).click());
  await Then('the others follow, and the address too', async () => {
    for (const each of [react, vue, svelte]) await heading(each, pireps.title);
    await expect(page).toHaveURL(`/compare${to.pireps(airline.code)}`);
  });
  await When('I unlink them and go home in the Svelte pane', async () => {
    await linked(page).uncheck();
    await airlineLink(svelte, nav.home).click();
  });
  await Then('the others stay', async () => {
    await heading(svelte, airline.name);
    await heading(react, pireps.title);
    await heading(vue, pireps.title);
  });
});

const faults = {
  'is missing': { status: 404, body: 'Not Found' },
  'is garbage': { status: 200, contentType: 'application/json', body: '{"name": "vue", ' },
};
for (const [fault, answer] of Object.entries(faults))
  test(`a remote whose manifest ${fault} costs its own pane, until Retry`, async ({ page, api, problems }) => {
    problems.allow(/mf-manifest\.json|RUNTIME-\d+|404/);
    const airline = await ownAirline(api);
    const filed = await api.filePirep(pirepInput(airline.id));
    await signIn(page, platformAdmin, 'react');
    const manifest = '**/remotes/vue/mf-manifest.json*';

    await Given(`the manifest of the Vue remote ${fault}`, async () => {
      await page.route(manifest, (route) => route.fulfill(answer));
      await page.goto(`/compare${to.airline(airline.code)}`);
    });
    await Then('its pane says so', () =>
      expect(pane(page, 'vue').getByText(shellMessages.failed(shellMessages.framework.vue))).toBeVisible(),
    );
    await Then('the page is accessible all the same', () => expectAccessible(page));
    await Then('the other two work', async () => {
      await pane(page, 'svelte')
        .getByRole('button', { name: pirep.acceptFlight(filed.flightNumber) })
        .click();
      for (const name of ['react', 'svelte'] as const) await expect(totals(pane(page, name))).toHaveText(totalsAfter);
    });
    await When('it is mended and I press Retry', async () => {
      await page.unroute(manifest);
      await pane(page, 'vue').getByRole('button', { name: messages.retry }).click();
    });
    await Then('the pane shows what the others show', () => expect(totals(pane(page, 'vue'))).toHaveText(totalsAfter));
  });

test('a screen whose code did not come costs its own pane, until the page is loaded anew', async ({ page, api, problems }) => {
  problems.allow(/ERR_FAILED/);
  const airline = await ownAirline(api);
  const { react, vue, svelte } = await openCompare(page, to.airline(airline.code), airline.name);
  await When('I go to the roster, whose code does not come in the Vue pane', async () => {
    await refuseChunk(page, 'vue', 'people');
    await airlineLink(svelte, nav.members).click();
  });
  await Then('its pane says so, and the others show the roster', async () => {
    await expect(vue.getByRole('alert')).toContainText(shellMessages.loadFailed);
    for (const each of [react, svelte]) await heading(each, peopleMessages.roster.title);
  });
  await When('I load the page anew, as it offers', () => vue.getByRole('button', { name: shellMessages.reload }).click());
  await Then('all three show the roster', async () => {
    for (const each of [react, vue, svelte]) await heading(each, peopleMessages.roster.title);
  });
});

test('the focus goes to the new heading in the pane that is meant', async ({ page, api }) => {
  const airline = await ownAirline(api);
  const panes = await openCompare(page, to.airline(airline.code), airline.name);
  await When('I go to the PIREPs by keys, the focus still nowhere', () => page.keyboard.type('gp'));
  await Then('the heading of the first pane has it', () =>
    expect(panes.react.getByRole('heading', { level: 1, name: pireps.title })).toBeFocused(),
  );
  const held = await holdChunk(page, 'vue', 'people');
  await When('I go to the roster in the Vue pane, where its code comes last', async () => {
    await airlineLink(panes.vue, nav.members).click();
    await held.asked;
    for (const each of [panes.react, panes.svelte]) await heading(each, peopleMessages.roster.title);
    held.release();
  });
  await Then('its heading there has the focus', () =>
    expect(panes.vue.getByRole('heading', { level: 1, name: peopleMessages.roster.title })).toBeFocused(),
  );
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the three panes are accessible, ${colorScheme}`, async ({ page, api }) => {
    const airline = await ownAirline(api);
    await api.filePirep(pirepInput(airline.id));
    await page.emulateMedia({ colorScheme });
    await openCompare(page, to.airline(airline.code), airline.name);
    await expectAccessible(page);
  });
