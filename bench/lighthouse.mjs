// What Lighthouse says of sign-in, dashboard and PIREP list, in each remote, as desktop and as mobile. The median of three runs each.
//   node bench/lighthouse.mjs [react vue svelte]
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromiumPath } from '../shell/e2e/support/chromium.ts';
import { median } from './measure.mjs';
import { runProduct } from './product.mjs';

const runs = 3;
const person = { email: 'staff@demo.jetbridge.example', password: 'ready for take-off' };
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const frameworks = words.length > 0 ? words : ['react', 'vue', 'svelte'];
const screens = [
  { name: 'sign-in', path: '/sign-in', signedIn: false },
  { name: 'dashboard', path: '/airlines/NDL', signedIn: true },
  { name: 'PIREPs', path: '/airlines/NDL/pireps', signedIn: true },
];
const goals = { desktop: 99, mobile: 95 };
const bounds = { onlyCategories: ['performance', 'accessibility'], logLevel: 'error', disableStorageReset: true };

const { path: executablePath, missing } = await chromiumPath();
if (!executablePath) throw new Error(missing);
const directory = mkdtempSync(join(tmpdir(), 'jetbridge-lighthouse-'));
const server = runProduct(['serve', '--data-dir', join(directory, 'data'), '--port', '0', '--demo']);
const url = await addressOf(server);
const rows = [];
try {
  for (const signedIn of [false, true]) {
    const port = await freePort();
    const args = [`--remote-debugging-port=${port}`, '--disable-gpu'];
    const browser = await chromium.launchPersistentContext(join(directory, `profile-${signedIn}`), { executablePath, args });
    if (signedIn) await signIn(await browser.newPage());
    for (const framework of frameworks)
      for (const screen of screens.filter((each) => each.signedIn === signedIn))
        for (const device of ['desktop', 'mobile']) rows.push(await measure(framework, screen, device, port));
    await browser.close();
  }
} finally {
  server.kill();
  rmSync(directory, { recursive: true, force: true });
}
const failed = rows.filter(({ performance, accessibility, device }) => performance < goals[device] || accessibility < 100);
console.log(failed.length === 0 ? 'All goals hold.' : `${failed.length} of ${rows.length} miss their goal.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function measure(framework, screen, device, port) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const { lhr } = await lighthouse(
      `${url}/${framework}${screen.path}`,
      { ...bounds, port },
      device === 'desktop' ? withOwn(desktopConfig) : undefined,
    );
    if (lhr.runtimeError) throw new Error(`${framework} ${screen.name}: ${lhr.runtimeError.message}`);
    results.push(lhr);
  }
  const score = (category) => Math.round(median(results.map((lhr) => lhr.categories[category].score)) * 100);
  const figure = (audit) => Math.round(median(results.map((lhr) => lhr.audits[audit].numericValue)));
  const row = {
    framework,
    screen: screen.name,
    device,
    performance: score('performance'),
    accessibility: score('accessibility'),
    firstPaintMs: figure('first-contentful-paint'),
    largestPaintMs: figure('largest-contentful-paint'),
    blockedMs: figure('total-blocking-time'),
    shift: Number(median(results.map((lhr) => lhr.audits['cumulative-layout-shift'].numericValue)).toFixed(3)),
  };
  console.log(
    `${framework.padEnd(6)} ${row.screen.padEnd(9)} ${device.padEnd(7)} performance ${row.performance} accessibility ${row.accessibility}` +
      `  FCP ${row.firstPaintMs} LCP ${row.largestPaintMs} TBT ${row.blockedMs} ms CLS ${row.shift}`,
  );
  const complaints = Object.values(results[0].audits).filter(
    ({ score, id }) =>
      results[0].categories.accessibility.auditRefs.some((ref) => ref.id === id && ref.weight > 0) && score !== null && score < 1,
  );
  for (const { title } of complaints) console.log(`       ${title}`);
  return row;
}

/** The desktop preset says which form factor it is; what is measured stays ours. */
function withOwn(config) {
  return { ...config, settings: { ...config.settings, onlyCategories: bounds.onlyCategories } };
}

async function signIn(page) {
  await page.goto(`${url}/${frameworks[0]}/sign-in`);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Airlines' }).waitFor();
  await page.close();
}

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /ready at (\S+)/.exec(line) ?? [];
    if (address) {
      child.stdout.resume();
      return address;
    }
  }
  throw new Error('The product ended before it was ready.');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
