import { firstAnswerId, messages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { flight, Given, heading, ownAirline, pirepInput, pirepRow, signIn, Then } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

/** Names of the operations a page sends over HTTP, from now on. */
function operationsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = request.url().endsWith('/graphql') && /(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1];
    if (name) names.push(name);
  });
  return names;
}

test('a page comes with its title and its first answer: nothing is asked for before it shows', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  await Given('someone who is signed in', () => signIn(page, platformAdmin, framework));
  const asked = operationsOf(page);

  const pages: [path: string, title: string, query: string, shown: () => Promise<void>][] = [
    [
      to.airlines(),
      messages.airlines.title,
      'Airlines',
      () => expect(page.getByRole('table', { name: messages.airlines.caption })).toBeVisible(),
    ],
    [to.airline(airline.code), airline.name, 'AirlineHome', () => expect(page.getByLabel(messages.airlineHome.totals)).toBeVisible()],
    [to.pireps(airline.code), messages.pireps.title, 'Pireps', () => expect(pirepRow(page, flight.flightNumber)).toBeVisible()],
    [
      `${to.pireps(airline.code)}?state=PENDING`,
      messages.pireps.title,
      'Pireps',
      () => expect(pirepRow(page, flight.flightNumber)).toBeVisible(),
    ],
    [
      to.filePirep(airline.code),
      messages.pirepFile.title,
      'PirepFile',
      () => expect(page.getByLabel(messages.pirepFile.flightNumber)).toBeVisible(),
    ],
    [
      to.pirep(airline.code, filed.id),
      messages.pirep.title(filed.flightNumber),
      'Pirep',
      () => expect(page.getByText('LN-NGA')).toBeVisible(),
    ],
  ];
  for (const [path, title, query, shown] of pages) {
    await Then(`${path} shows what it came with`, async () => {
      asked.length = 0;
      const response = await page.goto(`/${framework}${path}`);
      expect(await response?.text()).toContain(`<title>${title} · ${messages.product}</title>`);
      expect(response?.headers()['cache-control']).toBe('no-store');
      await heading(page, title);
      await shown();
      await expect.poll(() => asked, 'the session is renewed, as ever').toContain('RefreshSession');
      expect(asked).not.toContain(query);
      expect(asked).not.toContain('Viewer');
      await expect(page.locator(`#${firstAnswerId}`)).toHaveCount(0);
    });
  }
});

test('a visitor is asked nothing either, and a session that has ended shows nothing', async ({ page, context, framework }) => {
  const asked = operationsOf(page);
  await Then('the sign-in page knows whether there is somebody to sign in', async () => {
    await page.goto(`/${framework}/sign-in`);
    await expect(page.getByLabel(messages.signIn.email)).toBeVisible();
    expect(asked).not.toContain('Setup');
  });
  await Given('a session whose cookie is gone', async () => {
    await signIn(page, platformAdmin, framework);
    await context.clearCookies();
  });
  await Then('the next page is the door', async () => {
    const response = await page.goto(`/${framework}/airlines`);
    expect(await response?.text()).not.toContain(platformAdmin.email);
    await heading(page, messages.signIn.title);
  });
});
