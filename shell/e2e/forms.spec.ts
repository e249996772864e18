import { checkPirepDraft, emptyPirepDraft, messages, to } from '@jetbridge/schema';
import {
  airlineLink,
  airportField,
  chooseAirport,
  field,
  fillPirep,
  fillSignIn,
  flight,
  Given,
  heading,
  holdBack,
  ownAirline,
  pirepRow,
  signIn,
  Then,
  When,
} from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const text = messages.pirepFile;

/** The sentence under the control whose problem the rules name. */
function sentence(name: string): string {
  const found = checkPirepDraft(emptyPirepDraft()).find((problem) => problem.field === name);
  if (!found) throw new Error(`An empty draft has no problem with ${name}.`);
  return found.message;
}

test('an incomplete PIREP is refused in words, field by field', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework, to.filePirep(airline.code));
  await heading(page, text.title);
  const submit = page.getByRole('button', { name: text.submit });

  await When('I send the empty form', () => submit.click());
  await Then('every required field says what it wants, and the first has the focus', async () => {
    await expect(field(page, text.flightNumber)).toHaveAccessibleDescription(new RegExp(sentence('flightNumber')));
    await expect(airportField(page, text.departure)).toHaveAccessibleDescription(new RegExp(sentence('departure')));
    await expect(airportField(page, text.arrival)).toHaveAccessibleDescription(new RegExp(sentence('arrival')));
    await expect(field(page, text.offBlock)).toHaveAccessibleDescription(new RegExp(sentence('offBlockAt')));
    await expect(field(page, text.aircraftType)).toHaveAccessibleDescription(new RegExp(sentence('aircraftType')));
    await expect(field(page, text.flightNumber)).toBeFocused();
  });
  await When('I complete it, but say I used more fuel than there was', async () => {
    await fillPirep(page);
    await field(page, text.blockFuel).fill('5000');
    await field(page, text.fuelUsed).fill('5001');
    await submit.click();
  });
  await Then('only that field complains', async () => {
    await expect(field(page, text.fuelUsed)).toHaveAccessibleDescription(/cannot be more than the block fuel/);
    await expect(field(page, text.flightNumber)).toHaveAttribute('aria-invalid', 'false');
    await expect(page.getByRole('status').filter({ hasText: text.problems(1) })).toBeVisible();
  });
  await When('I correct it and send with Ctrl+Enter', async () => {
    await field(page, text.fuelUsed).fill('2400');
    await field(page, text.fuelUsed).press('Control+Enter');
  });
  await Then('it is filed', () => expect(page.getByText(text.filed(flight.flightNumber))).toBeVisible());
});

test('a reload loses nothing that was typed', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework, to.filePirep(airline.code));
  await heading(page, text.title);

  await Given('a half-filled form with a mistake in it', async () => {
    await field(page, text.flightNumber).fill('not a number');
    await chooseAirport(page, text.departure, 'heathrow', 'EGLL');
    await field(page, text.remarks).fill('Smooth climb, light chop over the coast.');
    await page.getByRole('checkbox', { name: text.training }).check();
    await expect(page.getByText(text.draftKept)).toBeVisible();
  });
  await When('the page is reloaded', () => page.reload());
  await Then('everything is there, right or wrong', async () => {
    await expect(field(page, text.flightNumber)).toHaveValue('not a number');
    await expect(airportField(page, text.departure)).toHaveValue('EGLL');
    await expect(field(page, text.remarks)).toHaveValue('Smooth climb, light chop over the coast.');
    await expect(page.getByRole('checkbox', { name: text.training })).toBeChecked();
  });
  await When('the flight is filed after all', async () => {
    await page.getByRole('checkbox', { name: text.training }).uncheck();
    await airportField(page, text.departure).fill('');
    await fillPirep(page);
    await page.getByRole('button', { name: text.submit }).click();
    await heading(page, messages.pireps.title);
  });
  await Then('the next form is empty', async () => {
    await page.goto(`/${framework}${to.filePirep(airline.code)}`);
    await expect(field(page, text.flightNumber)).toHaveValue('');
    await expect(field(page, text.remarks)).toHaveValue('');
  });
});

test('who goes on while a PIREP is sent is not pulled back to where the form leads', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework, to.filePirep(airline.code));
  await heading(page, text.title);
  const held = await holdBack(page, 'mutation FilePirep');

  await Given('a PIREP that is on its way', async () => {
    await fillPirep(page);
    await page.getByRole('button', { name: text.submit }).click();
    await held.sent;
  });
  await When('I go home before it is there', async () => {
    await airlineLink(page, messages.nav.home).click();
    await heading(page, airline.name);
    held.release();
  });
  await Then('I am told when it is, where I am', async () => {
    await expect(page.getByText(text.filed(flight.flightNumber))).toBeVisible();
    await heading(page, airline.name);
    await expect(page).toHaveURL(`/${framework}${to.airline(airline.code)}`);
    await expect(pirepRow(page, flight.flightNumber)).toBeVisible();
  });
  await Then('the form is empty for the next', async () => {
    await airlineLink(page, messages.nav.file).click();
    await expect(field(page, text.flightNumber)).toHaveValue('');
  });
});

test('what only the server can know is said under the field too', async ({ page, api, framework }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, framework, to.filePirep(airline.code));
  await heading(page, text.title);

  await When('I file from an airport that does not exist', async () => {
    await fillPirep(page);
    await airportField(page, text.departure).fill('ZZZZ');
    await expect(page.getByText(text.noAirport)).toBeVisible();
    await page.getByRole('button', { name: text.submit }).click();
  });
  await Then('the field says so, and the form is as I left it', async () => {
    await expect(airportField(page, text.departure)).toHaveAttribute('aria-invalid', 'true');
    await expect(airportField(page, text.departure)).toHaveAccessibleDescription(/ZZZZ/);
    await expect(airportField(page, text.departure)).toBeFocused();
    await expect(field(page, text.flightNumber)).toHaveValue(flight.flightNumber);
    await expect(airportField(page, text.arrival)).toHaveValue('ENBR');
  });
  await When('I create an airline under a code that is taken', async () => {
    await page.goto(`/${framework}${to.newAirline()}`);
    await field(page, messages.airlineNew.name).fill('Nordic Again');
    await field(page, messages.airlineNew.code).fill(airline.code);
    await page.getByRole('button', { name: messages.airlineNew.submit }).click();
  });
  await Then('the code says so', async () => {
    await expect(field(page, messages.airlineNew.code)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, messages.airlineNew.code)).toHaveAccessibleDescription(new RegExp(airline.code));
  });
});

test('a wrong password is refused without saying which part was wrong', async ({ page, framework }) => {
  await page.goto(`/${framework}/sign-in`);
  await heading(page, messages.signIn.title);
  await When('I mistype the password', () => fillSignIn(page, { ...platformAdmin, password: 'fjords from below at dusk' }));
  let known = '';
  await Then('I am told', async () => {
    known = (await page.getByRole('alert').textContent()) ?? '';
    await expect(page.getByLabel(messages.signIn.email)).toHaveValue(platformAdmin.email);
  });
  await When('a stranger tries', async () => {
    await page.reload();
    await fillSignIn(page, { email: 'nobody@example.org', password: platformAdmin.password });
  });
  await Then('they are told the same', () => expect(page.getByRole('alert')).toHaveText(known));
});
