import { AskPilotDocument, conversationMessages, messages, pirepMessages as text, to } from '@jetbridge/schema';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { airportField, field, fillPirep, flight, Given, heading, ownAirline, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const { pirepFile } = messages;

for (const colorScheme of ['light', 'dark'] as const)
  test(`a pilot amends what staff asked about, ${colorScheme}`, async ({ page, api, framework }) => {
    const airline = await ownAirline(api);
    const filed = await api.filePirep(
      pirepInput(airline.id, {
        distanceNm: 200,
        blockFuel: { value: 9000, unit: 'LB' },
        fuelUsed: { value: 5000, unit: 'LB' },
        alternate: 'ENVA',
        remarks: 'Bumpy.',
      }),
    );
    await api.run(AskPilotDocument, { input: { pirepId: filed.id, text: 'Really 200 nm?' } });
    await page.emulateMedia({ colorScheme });

    await Given('the form, filled from the PIREP', async () => {
      await signIn(page, platformAdmin, framework);
      await page.goto(`/${framework}${to.pirep(airline.code, filed.id)}`);
      await page.getByRole('link', { name: text.amend, exact: true }).click();
      await heading(page, text.amendTitle);
      await expect(page.getByText('Really 200 nm?')).toBeVisible();
      await expect(field(page, pirepFile.flightNumber)).toHaveValue(flight.flightNumber);
      await expect(airportField(page, pirepFile.arrival)).toHaveValue('ENBR');
      await expect(page.getByLabel(pirepFile.date)).toHaveValue(flight.date);
      await expect(field(page, pirepFile.onBlock)).toHaveValue(flight.onBlock);
      await expect(field(page, pirepFile.distance)).toHaveValue('200');
      await expect(field(page, pirepFile.blockFuel)).toHaveValue('9000');
      await expect(page.getByLabel(pirepFile.fuelUnit)).toHaveValue('LB');
      await expectAccessible(page);
      await expectReflow(page);
    });
    await When('something is changed, and the page is loaded again', async () => {
      await field(page, pirepFile.distance).fill('');
      await field(page, pirepFile.onBlock).fill('09:15');
      await page.reload();
    });
    await Then('the draft is kept, apart from that of a new PIREP', async () => {
      await expect(field(page, pirepFile.onBlock)).toHaveValue('09:15');
      await expect(page.getByText(pirepFile.draftKept)).toBeVisible();
    });
    await When('it is sent', () => page.getByRole('button', { name: text.amendSubmit }).click());
    await Then('it waits for review again, with what changed in the timeline', async () => {
      await heading(page, messages.pirep.title(flight.flightNumber));
      await expect(page.getByText(messages.states.PENDING, { exact: true })).toBeVisible();
      const timeline = page.getByRole('list').filter({ hasText: conversationMessages.did.PIREP_AMENDED });
      await expect(timeline).toContainText(messages.pirep.onBlock);
      await expect(timeline, 'what the form does not ask for stays').not.toContainText(messages.pirep.alternate);
      await expect(timeline).not.toContainText(messages.pirep.remarks);
      await page.goto(`/${framework}${to.filePirep(airline.code)}`);
      await expect(field(page, pirepFile.onBlock)).toHaveValue('');
    });
    await When('the same flight is filed once more', async () => {
      await fillPirep(page);
      await field(page, pirepFile.onBlock).fill('09:15');
      await page.getByRole('button', { name: pirepFile.submit }).click();
    });
    await Then('it is refused, with a way to the first one', async () => {
      await expect(page.getByText(text.duplicate).first()).toBeVisible();
      await page.getByRole('link', { name: text.openDuplicate }).click();
      await expect(page).toHaveURL(new RegExp(filed.id));
    });
  });

test('airports flown between lately come first', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await Given('somebody who has filed a flight to Bergen', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.filePirep(airline.code)}`);
    await airportField(page, pirepFile.departure).pressSequentially('EN');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(page.getByRole('option').first()).not.toContainText('ENGM');
    await airportField(page, pirepFile.departure).fill('');
    await fillPirep(page);
    await page.getByRole('button', { name: pirepFile.submit }).click();
    await heading(page, messages.pireps.title);
  });
  await When('the next one is typed', async () => {
    await page.goto(`/${framework}${to.filePirep(airline.code)}`);
    await airportField(page, pirepFile.departure).pressSequentially('EN');
  });
  await Then('that airport is on top', () => expect(page.getByRole('option').first()).toContainText(/ENGM|ENBR/));
});
