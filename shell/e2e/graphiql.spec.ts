import { Given, ownAirline, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

test('GraphiQL follows an airline with the session of the browser, offline', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, 'react');
  const editor = page.getByRole('region', { name: 'Operation Editor' });
  const result = page.getByRole('region', { name: 'Result Window' });

  await Given('a subscription to the changes of an airline', async () => {
    await page.goto('/graphiql');
    await expect(editor.getByText('The Jetbridge API')).toBeVisible();
    await editor.getByRole('textbox').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(
      `subscription Follow { airlineChanges(airlineId: "${airline.id}", after: "${airline.cursor}") { kind cursor node { ... on Pirep { flightNumber state } } } }`,
    );
    await expect(page.getByRole('tab', { name: 'Follow' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Enter');
  });
  await When('somebody files a flight', () => api.filePirep(pirepInput(airline.id)));
  await Then('it arrives', () => expect(result.getByRole('textbox')).toHaveValue(/"flightNumber": "417"/));
});
