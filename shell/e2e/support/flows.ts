import { type CreateAirlineInput, type FilePirepInput, messages, type PirepDraft, shellMessages } from '@jetbridge/schema';
import { expect, type Locator, type Page, type Request, test } from '@playwright/test';
import type { Api } from './api.ts';
import type { Framework, Person } from './test.ts';

/** A whole page, or one pane of /compare: the same steps work in both. */
export type Scope = Page | Locator;

export const Given = (what: string, body: () => Promise<unknown>) => test.step(`Given ${what}`, body);
export const When = (what: string, body: () => Promise<unknown>) => test.step(`When ${what}`, body);
export const Then = (what: string, body: () => Promise<unknown>) => test.step(`Then ${what}`, body);

/** Oslo to Bergen yesterday: the reference flight of 175.3 nm. */
export const flight = {
  flightNumber: '417',
  date: new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10),
  offBlock: '08:00',
  onBlock: '09:05',
  aircraftType: 'B738',
  registration: 'LN-NGA',
} satisfies Partial<PirepDraft>;
export const totalsBefore = ['0:00', '0', '0 nm', messages.pirep.none];
export const totalsAfter = ['1:05', '1', '175 nm', 'ENBR'];

let airlinesMade = 0;

/** An airline of the test's own, so that tests share a server without meeting. */
export async function ownAirline(api: Api, input: Partial<CreateAirlineInput> = {}) {
  const letter = (power: number) => String.fromCharCode(65 + (Math.floor(airlinesMade / 26 ** power) % 26));
  const code = `N${letter(1)}${letter(0)}`;
  airlinesMade++;
  return api.createAirline({ code, name: `Nordic Air ${code}`, joinPolicy: 'APPLY', ...input });
}

export function pirepInput(airlineId: string, input: Partial<FilePirepInput> = {}): FilePirepInput {
  const { flightNumber, date, offBlock, onBlock, aircraftType, registration } = flight;
  const times = { offBlockAt: `${date}T${offBlock}:00Z`, onBlockAt: `${date}T${onBlock}:00Z` };
  return { airlineId, flightNumber, departure: 'ENGM', arrival: 'ENBR', ...times, aircraftType, registration, ...input };
}

export async function signIn(page: Page, person: Person, framework: Framework | 'compare', path = '/airlines') {
  await page.goto(`/${framework}${path}`);
  const scope = framework === 'compare' ? pane(page, 'react') : page;
  await heading(scope, messages.signIn.title);
  await fillSignIn(scope, person);
  await expect(scope.getByRole('heading', { level: 1, name: messages.signIn.title })).toBeHidden();
}

export async function fillSignIn(scope: Scope, { email, password }: Pick<Person, 'email' | 'password'>) {
  await scope.getByLabel(messages.signIn.email).fill(email);
  await scope.getByLabel(messages.signIn.password).fill(password);
  await scope.getByRole('button', { name: messages.signIn.submit }).click();
}

/** One pane of /compare, found by the name it shows. */
export function pane(page: Page, framework: Framework): Locator {
  return page.getByRole('region', { name: shellMessages.framework[framework] });
}

export async function heading(scope: Scope, name: string) {
  await expect(scope.getByRole('heading', { level: 1, name })).toBeVisible();
}

export function airlineLink(scope: Scope, name: string): Locator {
  return scope.getByRole('navigation', { name: messages.nav.label }).getByRole('link', { name, exact: true });
}

export function field(scope: Scope, label: string): Locator {
  return scope.getByRole('textbox', { name: label, exact: true });
}

/** A password has no role of its own. */
export function password(scope: Scope, label: string): Locator {
  return scope.getByLabel(label, { exact: true });
}

/** One matter on a page of settings. */
export function group(scope: Scope, name: string): Locator {
  return scope.getByRole('group', { name, exact: true });
}

export function airportField(scope: Scope, label: string): Locator {
  return scope.getByRole('combobox', { name: label, exact: true });
}

/** With the keyboard alone: type, go down to the option, take it with Enter. */
export async function chooseAirport(scope: Scope, label: string, typed: string, icao: string) {
  const input = airportField(scope, label);
  await input.pressSequentially(typed);
  const option = scope.getByRole('option', { name: icao });
  await expect(option).toBeVisible();
  for (let pressed = 0; (await option.getAttribute('aria-selected')) !== 'true'; pressed++) {
    expect(pressed, `${icao} is not among the options`).toBeLessThan(8);
    await input.press('ArrowDown');
  }
  await input.press('Enter');
  await expect(input).toHaveValue(icao);
  await expect(input).toHaveAttribute('aria-expanded', 'false');
}

export async function fillPirep(scope: Scope) {
  const text = messages.pirepFile;
  await field(scope, text.flightNumber).fill(flight.flightNumber);
  await chooseAirport(scope, text.departure, 'gardermoen', 'ENGM');
  await chooseAirport(scope, text.arrival, 'bgo', 'ENBR');
  await scope.getByLabel(text.date).fill(flight.date);
  await field(scope, text.offBlock).fill(flight.offBlock);
  await field(scope, text.onBlock).fill(flight.onBlock);
  await field(scope, text.aircraftType).fill(flight.aircraftType);
  await field(scope, text.registration).fill(flight.registration);
}

export function pirepRow(scope: Scope, flightNumber: string): Locator {
  const table = scope.getByRole('table', { name: messages.pireps.caption });
  const page = 'page' in scope ? scope.page() : scope;
  return table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: flightNumber, exact: true }) });
}

/** The figures of the strip, in order: hours, flights, distance, last airport. */
export function totals(scope: Scope): Locator {
  return scope.getByLabel(messages.airlineHome.totals).getByRole('definition');
}

/** Lets one operation wait on its way to the server until it is released. */
export async function holdBack(page: Page, operation: string): Promise<{ sent: Promise<unknown>; release(): void }> {
  const gate = Promise.withResolvers<void>();
  const asks = (request: Request) => request.postData()?.includes(operation) ?? false;
  await page.route('**/graphql', async (route) => {
    if (asks(route.request())) await gate.promise;
    await route.fallback();
  });
  return { sent: page.waitForRequest(asks), release: gate.resolve };
}
