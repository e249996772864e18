import { readFile } from 'node:fs/promises';
import { compareMessages, messages, shellMessages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openCompare } from './support/compare.ts';
import {
  airlineLink,
  airportField,
  chooseAirport,
  Given,
  heading,
  ownAirline,
  pane,
  pirepInput,
  pirepRow,
  signIn,
  Then,
  totals,
  When,
} from './support/flows.ts';
import { type Held, held } from './support/heap.ts';
import { expect, type Framework, platformAdmin, test } from './support/test.ts';

const { nav, pirepFile, pireps } = messages;
const frameworks = ['react', 'vue', 'svelte'] as const;
const names = shellMessages.framework;

interface Sample {
  metric: string;
  framework: Framework;
  value: number;
  at: number;
}

const toggle = (page: Page, name: string) => page.getByRole('switch', { name });
const breakIt = (page: Page, framework: Framework) => page.getByRole('combobox', { name: compareMessages.faults(names[framework]) });

async function saved(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  return readFile(await download.path(), 'utf8');
}

/** What was measured so far, of one kind. */
async function samplesOf(page: Page, metric: string): Promise<(framework: Framework) => number[]> {
  const samples = await allSamples(page, metric);
  return (framework) => samples.filter((sample) => sample.framework === framework).map(({ value }) => value);
}

async function allSamples(page: Page, metric: string): Promise<Sample[]> {
  const { samples } = JSON.parse(await saved(page, compareMessages.saveJson)) as { samples: Sample[] };
  return samples.filter((sample) => sample.metric === metric);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

test('200 ms of work in one front end are found in its column, and in no other', async ({ page, api }) => {
  const [airline, count] = [await ownAirline(api), 10];
  await openCompare(page, to.pireps(airline.code), pireps.title);
  await Given('a Vue that works 200 ms at each change', () => breakIt(page, 'vue').selectOption('busy'));
  await When('PIREPs are filed elsewhere', async () => {
    for (let n = 0; n < count; n++) {
      await api.filePirep(pirepInput(airline.id, { flightNumber: String(100 + n) }));
      for (const framework of frameworks) await expect(pirepRow(pane(page, framework), String(100 + n))).toBeVisible();
    }
  });
  await Then('event to paint says so of Vue', async () => {
    const values = await samplesOf(page, 'eventToPaint');
    for (const framework of frameworks) expect(values(framework).length).toBeGreaterThanOrEqual(count - 2);
    const others = (median(values('react')) + median(values('svelte'))) / 2;
    expect(others).toBeLessThan(100);
    expect(Math.abs(median(values('vue')) - others - 200)).toBeLessThan(30);
  });
  await When('I press keys in each pane', async () => {
    for (const framework of frameworks) {
      await pane(page, framework).getByRole('heading', { level: 1 }).focus();
      for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowDown');
    }
  });
  await Then('the interactions of Vue took that much longer', async () => {
    await expect.poll(async () => (await samplesOf(page, 'interaction'))('vue').length).toBeGreaterThanOrEqual(5);
    const values = await samplesOf(page, 'interaction');
    const others = median([...values('react'), ...values('svelte'), 16]);
    expect(Math.abs(median(values('vue')) - others - 200)).toBeLessThan(30);
  });
});

test('panes are told of a change in turn, and each is the first to be told', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await openCompare(page, to.pireps(airline.code), pireps.title);
  const starts: number[] = [];
  await When('PIREPs are filed elsewhere, one after another', async () => {
    for (const flightNumber of ['101', '102', '103', '104', '105', '106']) {
      starts.push(await page.evaluate(() => performance.now()));
      await api.filePirep(pirepInput(airline.id, { flightNumber }));
      for (const framework of frameworks) await expect(pirepRow(pane(page, framework), flightNumber)).toBeVisible();
    }
  });
  const samples = await allSamples(page, 'eventToPaint');
  const first = starts.map((start) => samples.find(({ at }) => at > start)?.framework);
  expect(new Set(first)).toEqual(new Set(frameworks));
});

const broken = {
  missing: shellMessages.loadFailed,
  corrupt: shellMessages.loadFailed,
  'throws-at-load': shellMessages.crashed(''),
  'throws-later': shellMessages.crashed(''),
  'wrong-contract': shellMessages.wrongContract,
  slow: shellMessages.loadSlow(8),
} as const;
for (const [fault, words] of Object.entries(broken))
  test(`a front end that is broken on purpose (${fault}) costs its own pane, until Try again`, async ({ page, api, problems }) => {
    problems.allow(/RUNTIME-\d+|404|this was asked for|could not be shown|Unexpected|another version|did not load|Could not|loaded/);
    const airline = await ownAirline(api);
    await openCompare(page, to.airline(airline.code), airline.name);
    const vue = pane(page, 'vue');
    await When('I break Vue', () => breakIt(page, 'vue').selectOption(fault));
    await Then('its pane says what happened', () => expect(vue.getByRole('alert')).toContainText(words.trim(), { timeout: 15_000 }));
    await Then('the others work', async () => {
      await airlineLink(pane(page, 'svelte'), nav.pireps).click();
      for (const framework of ['react', 'svelte'] as const) await heading(pane(page, framework), pireps.title);
    });
    await When('I try again', () => vue.getByRole('button', { name: shellMessages.retry }).click());
    await Then('it is whole, where the others are', async () => {
      await heading(vue, pireps.title);
      await expect(breakIt(page, 'vue')).toHaveValue('none');
    });
  });

test('what is typed in the pane that leads is typed in the others, and nothing is sent', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await openCompare(page, to.filePirep(airline.code), pirepFile.title, '#mirrored=1&lead=vue');
  const number = (framework: Framework) => pane(page, framework).getByLabel(pirepFile.flightNumber);
  await When('I type in the Vue pane', () => number('vue').fill('417'));
  await Then('the others have it', async () => {
    for (const framework of frameworks) await expect(number(framework)).toHaveValue('417');
  });
  await When('I type in a pane that does not lead', () => number('svelte').fill('99'));
  await Then('it stays there', async () => {
    await expect(number('vue')).toHaveValue('417');
    await expect(number('react')).toHaveValue('417');
  });
});

test('a half-filled form goes along from one front end to the next', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await page.setViewportSize({ width: 900, height: 500 });
  await signIn(page, platformAdmin, 'react', to.filePirep(airline.code));
  const [number, remarks] = [page.getByLabel(pirepFile.flightNumber), page.getByLabel(pirepFile.remarks)];
  await Given('a report that is half written', async () => {
    await number.fill('417');
    await chooseAirport(page, pirepFile.departure, 'heathrow', 'EGLL');
    await remarks.fill('Smooth climb.');
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  });
  const scrolled = await page.evaluate(() => scrollY);
  for (const framework of ['vue', 'svelte', 'react'] as const) {
    // Not by click(), which scrolls by itself, though the bar is in sight.
    await When(`${names[framework]} takes over`, () =>
      page.getByRole('link', { name: names[framework], exact: true }).dispatchEvent('click'),
    );
    await Then('it stands where it stood, with all that was typed', async () => {
      await expect(page).toHaveURL(`/${framework}${to.filePirep(airline.code)}`);
      await expect(page.locator(`[data-remote=${framework}]`).getByLabel(pirepFile.flightNumber)).toHaveValue('417');
      await expect(airportField(page, pirepFile.departure)).toHaveValue('EGLL');
      await expect(remarks).toHaveValue('Smooth climb.');
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
    });
  }
});

test('a comparison is in its address', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await openCompare(page, to.airline(airline.code), airline.name, '#linked=0&source=1&lead=svelte');
  await expect(toggle(page, compareMessages.linked)).not.toBeChecked();
  await expect(toggle(page, compareMessages.source)).toBeChecked();
  await expect(page.getByRole('combobox', { name: compareMessages.lead })).toHaveValue('svelte');
  await toggle(page, compareMessages.linked).check();
  await airlineLink(pane(page, 'svelte'), nav.pireps).click();
  await expect(page).toHaveURL(`/compare${to.pireps(airline.code)}#source=1&lead=svelte`);
  for (const framework of frameworks) await heading(pane(page, framework), pireps.title);
});

test('the source of the screen stands in three columns, with its lines and bytes', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await openCompare(page, to.pireps(airline.code), pireps.title);
  await toggle(page, compareMessages.source).check();
  for (const [framework, file] of Object.entries({ react: 'pirep-list.tsx', vue: 'pirep-list.vue', svelte: 'pirep-list.svelte' })) {
    const column = page.getByRole('region', { name: compareMessages.sourceOf(names[framework as Framework]) });
    await expect(column.getByRole('combobox')).toHaveValue(`pages/${file}`);
    await expect(column).toContainText(/\d+ files, [\d,]+ lines, [\d.]+ KB gzipped/);
    await expect(column.locator('code')).toContainText('@jetbridge/schema');
    await column.getByRole('combobox').selectOption({ label: `components/pirep-table${file.slice(file.lastIndexOf('.'))}` });
    await expect(column.locator('code')).toContainText('pirep');
  }
});

test('every sample can be saved, and the board tells what each figure is', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await openCompare(page, to.airline(airline.code), airline.name);
  const board = page.getByRole('table', { name: compareMessages.scoreboard });
  for (const { name, says } of Object.values(compareMessages.figures)) {
    await expect(board.getByRole('rowheader').filter({ hasText: says })).toContainText(name);
  }
  const csv = (await saved(page, compareMessages.saveCsv)).split('\n');
  expect(csv[0]).toBe('metric,framework,value,at');
  for (const framework of frameworks) expect(csv.some((line) => line.startsWith(`bootToMounted,${framework},`))).toBe(true);
  const bytes = await samplesOf(page, 'bytes');
  for (const framework of frameworks) expect(bytes(framework).at(-1)).toBeGreaterThan(30_000);
  const nodes = await samplesOf(page, 'nodes');
  for (const framework of ['vue', 'svelte'] as const) expect(nodes(framework).at(-1)).toBe(nodes('react').at(-1));
  await expectAccessible(page);
});

test('each front end can have a document of its own, and they walk together', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await signIn(page, platformAdmin, 'react');
  await page.goto(`/compare${to.airline(airline.code)}#isolated=1`);
  const frame = (framework: Framework) => page.frameLocator(`iframe[title="${names[framework]}"]`);
  for (const framework of frameworks) await expect(frame(framework).getByRole('heading', { level: 1, name: airline.name })).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await frame('vue').getByRole('link', { name: nav.pireps, exact: true }).first().click();
  for (const framework of frameworks) await expect(frame(framework).getByRole('heading', { level: 1, name: pireps.title })).toBeVisible();
  await expect(page).toHaveURL(`/compare${to.pireps(airline.code)}#isolated=1`);
  const memory = page.getByRole('row', { name: compareMessages.memory.name });
  await expect(memory).toContainText(/MB|browser/); // a browser without a window refuses to tell
});

test('the three ask the same, as often, and bring no styles', async ({ browser, api, product }) => {
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  const asked: Record<string, string[]> = {};
  for (const framework of frameworks) {
    const context = await browser.newContext({ baseURL: product.url });
    const page = await context.newPage();
    const operations: string[] = [];
    const styles: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === '/graphql' && request.method() === 'POST') operations.push(JSON.parse(request.postData() ?? '{}').operationName);
      if (pathname.endsWith('.css')) styles.push(pathname);
    });
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.airline(airline.code)}`);
    await expect(totals(page).first()).toBeVisible();
    await airlineLink(page, nav.pireps).click();
    await pirepRow(page, filed.flightNumber).getByRole('link').first().click();
    await heading(page, messages.pirep.title(filed.flightNumber));
    await expect.poll(() => operations).toContain('PirepTimeline');
    await airlineLink(page, nav.members).click();
    await expect(page.getByRole('table')).toBeVisible();
    await page.waitForLoadState('networkidle');
    asked[framework] = operations;
    expect(styles.filter((path) => path.startsWith('/remotes/'))).toEqual([]);
    await context.close();
  }
  expect(asked.react!.length).toBeGreaterThan(3);
  expect(asked.vue).toEqual(asked.react);
  expect(asked.svelte).toEqual(asked.react);
});

test('fifty times opened and closed, no front end leaves anything behind', async ({ page, api }) => {
  const airline = await ownAirline(api);
  await api.filePirep(pirepInput(airline.id));
  await signIn(page, platformAdmin, 'react', to.pireps(airline.code));
  await heading(page, pireps.title);
  // In the page itself: what a browser hands out to us, and each script it is given, it keeps.
  const cycles = (count: number) =>
    page.evaluate(async (count) => {
      for (let n = 0; n < count; n++)
        for (const name of ['vue', 'svelte', 'react']) {
          document.querySelector<HTMLElement>(`nav a[href^="/${name}/"]`)!.click();
          while (!document.querySelector(`[data-remote="${name}"] table`)) await new Promise(requestAnimationFrame);
        }
    }, count);
  const devtools = await page.context().newCDPSession(page);
  await cycles(20); // what is made once is made
  const before = await held(devtools);
  await cycles(50);
  const after = await held(devtools);
  const more = (what: keyof Held) => after[what] - before[what];
  expect(more('objects')).toBeLessThan(25); // less than one in two cycles
  expect(more('functions')).toBeLessThan(100);
  expect(more('bytes')).toBeLessThan(50_000); // one table that grew may take some
  expect(more('nodes')).toBeLessThan(25);
  expect(more('listeners')).toBeLessThan(25);
});
