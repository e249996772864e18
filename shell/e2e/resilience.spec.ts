import { messages, peopleMessages, shellMessages, to } from '@jetbridge/schema';
import { refuseChunk } from './support/chunks.ts';
import {
  airlineLink,
  field,
  fillPirep,
  flight,
  Given,
  heading,
  ownAirline,
  pirepInput,
  pirepRow,
  signIn,
  Then,
  When,
} from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const { nav, pirepFile, pireps, states } = messages;

test('what is done offline is sent when the connection is back, and what was missed is there', async ({
  page,
  browser,
  baseURL,
  api,
  framework,
  problems,
}) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  const airline = await ownAirline(api);
  await api.filePirep(pirepInput(airline.id, { flightNumber: '12' }));
  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();

  await Given('the list on two screens, and a PIREP half typed on one', async () => {
    await signIn(other, platformAdmin, framework);
    await other.goto(`/${framework}${to.pireps(airline.code)}`);
    await expect(pirepRow(other, '12')).toBeVisible();
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.pireps(airline.code)}`);
    await expect(pirepRow(page, '12')).toBeVisible();
    await airlineLink(page, nav.file).click();
    await heading(page, pirepFile.title);
    await fillPirep(page);
  });
  await When('the connection is gone, and I send it all the same', async () => {
    await page.context().setOffline(true);
    await page.getByRole('button', { name: pirepFile.submit }).click();
  });
  await Then('it is kept, and I am told so', async () => {
    await heading(page, pireps.title);
    await expect(page.getByText(shellMessages.queued)).toBeVisible();
    await expect(page.getByText(shellMessages.waiting(1))).toBeVisible();
    await expect(page.getByRole('row', { name: flight.flightNumber })).toContainText(pireps.sending);
  });
  await When('somebody else files meanwhile, and the connection comes back', async () => {
    const day = new Date(Date.parse(`${flight.date}T00:00:00Z`) - 48 * 60 * 60_000).toISOString().slice(0, 10);
    const times = { offBlockAt: `${day}T08:00:00Z`, onBlockAt: `${day}T09:00:00Z` };
    await api.filePirep(pirepInput(airline.id, { flightNumber: '34', ...times }));
    await page.context().setOffline(false);
  });
  await Then('mine is sent, theirs is here, and nothing waits any more', async () => {
    await expect(page.getByText(shellMessages.sentLater(1))).toBeVisible();
    for (const number of [flight.flightNumber, '34', '12']) await expect(pirepRow(page, number)).toContainText(states.PENDING);
    await expect(page.getByText(shellMessages.waiting(1))).toBeHidden();
    await expect(pirepRow(other, flight.flightNumber)).toContainText(states.PENDING);
  });
});

test('a server that fails costs a sentence and a press, never what was typed', async ({ page, api, framework, problems }) => {
  problems.allow(/500/);
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework);
  const fail = async (operation: string) =>
    page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes(operation)) await route.fulfill({ status: 500, body: 'Internal Server Error' });
      else await route.fallback();
    });

  await Given('a server that answers the list with 500', async () => {
    await page.goto(`/${framework}${to.airline(airline.code)}`);
    await heading(page, airline.name);
    await fail('query Pireps');
    await airlineLink(page, nav.pireps).click();
  });
  await Then('the page says so, and asks again when told to', async () => {
    const retry = page.getByRole('button', { name: messages.retry });
    await expect(retry).toBeVisible({ timeout: 20_000 }); // after the retries nobody sees
    await page.unroute('**/graphql');
    await retry.click();
    await expect(page.getByText(pireps.empty)).toBeVisible();
  });
  await When('filing is answered with 500', async () => {
    await airlineLink(page, nav.file).click();
    await heading(page, pirepFile.title);
    await fillPirep(page);
    await fail('mutation FilePirep');
    await page.getByRole('button', { name: pirepFile.submit }).click();
    await expect(page.getByRole('alert')).toBeVisible();
  });
  await Then('all that was typed is there, and the next press files it, once', async () => {
    await expect(field(page, pirepFile.registration)).toHaveValue(flight.registration);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: pirepFile.submit }).click();
    await expect(pirepRow(page, flight.flightNumber)).toContainText(states.PENDING);
    await expect(page.getByText(pireps.count(1))).toBeVisible();
  });
});

test('a screen whose code did not come is there after Retry, once the connection is', async ({ page, api, framework, problems }) => {
  problems.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|WebSocket/);
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework);
  await page.goto(`/${framework}${to.airline(airline.code)}`);
  await heading(page, airline.name);
  const card = page.getByRole('alert').filter({ hasText: shellMessages.failed(shellMessages.framework[framework]) });
  const retry = card.getByRole('button', { name: shellMessages.retry });

  await When('I go to the roster, whose code does not come', async () => {
    await refuseChunk(page, framework, 'people');
    await airlineLink(page, nav.members).click();
  });
  await Then('a card says so', () => expect(card).toContainText(shellMessages.loadFailed));
  await When('I press Retry without a connection', async () => {
    await page.context().setOffline(true);
    const asked = page.waitForEvent('requestfailed');
    await retry.click();
    await asked;
  });
  await Then('the card is there, not a page of the browser', () => expect(card).toBeVisible());
  await When('the connection is back and I press it again', async () => {
    await page.context().setOffline(false);
    await retry.click();
  });
  await Then('the roster is there', () => heading(page, peopleMessages.roster.title));
});
