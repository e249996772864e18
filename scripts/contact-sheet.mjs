// Photographs every screen of the demo in the three front ends, at three widths, light and dark, and lays them out as one sheet for each screen
// in docs/screens/: a row for each front end. Says which pages are wider than their window.
//   pnpm screens [name …]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { runProduct } from '../bench/product.mjs';
import { chromiumPath } from '../shell/e2e/support/chromium.ts';
import { screens } from './screens.mjs';

const password = 'ready for take-off';
const frameworks = ['react', 'vue', 'svelte'];
const shots = [
  { width: 360, height: 740, scheme: 'light' },
  { width: 360, height: 740, scheme: 'dark' },
  { width: 768, height: 740, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'dark' },
];
const tall = 300; // pixels of one photograph on the sheet

const wanted = process.argv.slice(2);
const { path: executablePath, missing } = await chromiumPath();
if (!executablePath) throw new Error(missing);
const directory = mkdtempSync(join(tmpdir(), 'jetbridge-screens-'));
const server = runProduct(['serve', '--data-dir', directory, '--port', '0', '--demo']);
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] });
try {
  const url = await addressOf(server);
  const people = new Map();
  for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    if (!people.has(screen.as)) people.set(screen.as, await stateOf(url, screen.as));
    const photographs = [];
    for (const framework of frameworks)
      for (const shot of shots)
        photographs.push({ framework, ...shot, image: await photograph(url, screen, framework, shot, people.get(screen.as)) });
    const file = `docs/screens/${screen.name}.webp`;
    writeFileSync(file, await sheetOf(photographs));
    console.log(file);
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(directory, { recursive: true, force: true });
}

async function photograph(url, { name, path, ready }, framework, { width, height, scheme }, storageState) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, storageState, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complain = (what) => console.log(`  ${framework} ${name} at ${width}: ${what}`);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  await page.goto(`${url}/${framework}${typeof path === 'function' ? await path(url, page) : path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await ready?.(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) complain(`${wider} px wider than its window`);
  const image = await page.screenshot();
  // What the session renewed to must serve the next photograph.
  Object.assign(storageState ?? {}, await context.storageState());
  await context.close();
  return image;
}

/** Who is signed in, to be opened with; undefined for a visitor. */
async function stateOf(url, email) {
  const context = await browser.newContext();
  if (email) {
    const page = await context.newPage();
    await page.goto(`${url}/svelte/sign-in`);
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('nav.airline-bar').waitFor();
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

/** The browser lays the photographs out and packs them: no library needed. */
async function sheetOf(photographs) {
  const page = await browser.newPage({ viewport: { width: 100, height: 100 } });
  const cells = photographs.map(({ image, width, height }) => ({
    data: image.toString('base64'),
    width: Math.round((width / height) * tall),
  }));
  const webp = await page.evaluate(
    async ({ cells, columns, tall }) => {
      const rows = cells.length / columns;
      const gap = 8;
      const canvas = document.createElement('canvas');
      const rowWidth = cells.slice(0, columns).reduce((sum, { width }) => sum + width + gap, gap);
      Object.assign(canvas, { width: rowWidth, height: rows * (tall + gap) + gap });
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.fillStyle = '#808894';
      context.fillRect(0, 0, canvas.width, canvas.height);
      let [x, y] = [gap, gap];
      for (const [index, { data, width }] of cells.entries()) {
        if (index > 0 && index % columns === 0) [x, y] = [gap, y + tall + gap];
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        context.drawImage(image, x, y, width, tall);
        x += width + gap;
      }
      return canvas.toDataURL('image/webp', 0.8).split(',')[1];
    },
    { cells, columns: shots.length, tall },
  );
  await page.close();
  return Buffer.from(webp, 'base64');
}

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /ready at (\S+)/.exec(line) ?? [];
    if (!address) continue;
    child.stdout.resume();
    return address;
  }
  throw new Error('The product ended before it was ready.');
}
