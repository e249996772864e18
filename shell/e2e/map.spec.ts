import { mapMessages, mapOf, messages, routeInWords, to } from '@jetbridge/schema';
import { expectAccessible, expectReflow } from './support/accessible.ts';
import { Given, heading, ownAirline, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, platformAdmin, test } from './support/test.ts';

const airports = {
  departure: { icao: 'EGLL', name: 'London Heathrow Airport', latitude: 51.4706, longitude: -0.461941 },
  arrival: { icao: 'KJFK', name: 'John F Kennedy International Airport', latitude: 40.639801, longitude: -73.7789 },
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a PIREP shows its route on a map and in words, ${colorScheme}`, async ({ page, api, framework }) => {
    const airline = await ownAirline(api);
    const filed = await api.filePirep(pirepInput(airline.id, { departure: 'EGLL', arrival: 'KJFK' }));
    const [offBlockAt, onBlockAt] = ['2026-11-01T08:00:00Z', '2026-11-01T16:00:00Z'];
    const { flights } = mapOf({ ...airports, distanceNm: 2991.3, offBlockAt, onBlockAt });
    const words = routeInWords(flights[0]!);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const map = page.getByRole('img', { name: mapMessages.name(words) });

    await Given('a PIREP that is open', async () => {
      await signIn(page, platformAdmin, framework);
      await page.goto(`/${framework}${to.pirep(airline.code, filed.id)}`);
      await heading(page, messages.pirep.title(filed.flightNumber));
    });
    await Then('the map shows land, light and route in the colours of the theme', async () => {
      await expect(map).toBeVisible();
      await expect.poll(() => map.evaluate(coloursOf)).toBeGreaterThan(5);
      await expect(page.getByText(mapMessages.night('').trim())).toBeVisible();
    });
    await Then('the same stands there as a list', async () => {
      const list = page.getByRole('listitem').filter({ hasText: words });
      await expect(list).toBeHidden();
      await page.getByText(mapMessages.list).press('Enter');
      await expect(list).toBeVisible();
    });
    const picture = () => map.evaluate(digestOf);
    await page.evaluate(drawnAnew);
    const fitted = await picture();
    await Then('the screen is accessible, and fits a phone', async () => {
      await expectAccessible(page);
      await expectReflow(page);
      await page.evaluate(drawnAnew); // in the old size again: who zooms before the map has heard of it is brought back
      await expect.poll(picture).toBe(fitted);
    });

    await When('zooming and moving by the keyboard alone', async () => {
      await map.focus();
      await map.press('+');
      await expect(map).toHaveAttribute('data-zoom', '1.50');
      await map.press('ArrowLeft');
      await expect.poll(picture).not.toBe(fitted);
    });
    await Then('0 brings the whole route back', async () => {
      await map.press('0');
      await expect(map).toHaveAttribute('data-zoom', '1.00');
      await expect.poll(picture).toBe(fitted);
    });
    await When('the buttons are pressed', async () => {
      const controls = page.getByRole('group', { name: mapMessages.controls });
      await controls.getByRole('button', { name: mapMessages.zoomIn }).press('Enter');
      await controls.getByRole('button', { name: mapMessages.zoomOut }).press('Enter');
      await expect(map).toHaveAttribute('data-zoom', '1.00');
      await controls.getByRole('button', { name: mapMessages.zoomOut }).press('Enter');
      await expect(map).not.toHaveAttribute('data-zoom', '1.00');
      await controls.getByRole('button', { name: mapMessages.fit }).press('Enter');
      await expect(map).toHaveAttribute('data-zoom', '1.00');
    });
    await Then('another theme is another picture, without a reload', async () => {
      await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' });
      await expect.poll(picture).not.toBe(fitted);
      await page.emulateMedia({ colorScheme });
      await expect.poll(picture).toBe(fitted);
    });
  });
}

test('without the part that draws, the page is there and says what is missing', async ({ page, api, framework, problems }) => {
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  problems.allow(/map-view/);
  await page.route('**/map-view-*.js', (route) => route.abort());
  await signIn(page, platformAdmin, framework);
  await page.goto(`/${framework}${to.pirep(airline.code, filed.id)}`);
  await heading(page, messages.pirep.title(filed.flightNumber));
  await expect(page.getByRole('status').filter({ hasText: mapMessages.missing })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'ENGM' })).toBeVisible();
});

/** With our font there, after the frame that tells of a new size and the one that draws it. */
async function drawnAnew(): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  await document.fonts.ready;
  await frame();
  await frame();
}

async function digestOf(canvas: HTMLCanvasElement): Promise<string> {
  const bytes = new TextEncoder().encode(canvas.toDataURL());
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join(' ');
}

/** How many different colours a canvas shows: a blank one has one. */
function coloursOf(canvas: HTMLCanvasElement): number {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(data.buffer);
  return new Set(pixels).size;
}
