// What is measured of a front end, each in a page of its own that is signed in. Every answer is a figure in ms; less is better.
import { messages, to } from '@jetbridge/schema';
import { airline } from './world.mjs';

const { code, name } = airline;
const { nav } = messages;
const frameworks = ['react', 'vue', 'svelte'];
const [changes, perSecond] = [100, 10];
const [reviews, routes, mounts, missed] = [50, 100, 50, 500];

/**
 * `run` gets the page, the front end, the world, and how much of the scenario is done, from 0 to 1: `repeated` of what is done many times for a
 * mean, `share` of what is done once. With `together` it answers a figure for each front end.
 */
export const scenarios = {
  'cold dashboard': {
    says: 'From opening the address to the whole page, with an empty cache.',
    run: async ({ open }) => open(to.airline(code)),
  },
  'warm dashboard': {
    says: 'The same once more, with the files in the cache.',
    run: async ({ open }) => {
      await open(to.airline(code));
      return open(to.airline(code));
    },
  },
  'roster: sort and filter': {
    says: 'An airline with 5,000 members: from choosing another order, and from typing a name, to the rows. The way to the server is in it.',
    run: async ({ page, open }) => {
      await open(to.members(code));
      return page.evaluate(async () => {
        const rows = () => document.querySelector('[data-remote] tbody')?.textContent ?? '';
        const changed = () => {
          const before = rows();
          return () => rows() !== before && bench.whole();
        };
        const order = document.querySelector('[data-remote] select');
        const sorted = await bench.time(() => {
          order.value = 'NAME';
          order.dispatchEvent(new Event('change', { bubbles: true }));
        }, changed());
        const search = document.querySelector('[data-remote] input[type=search]');
        const start = performance.now();
        const seen = changed();
        await bench.type(search, 'Pilot 49');
        return sorted + (await bench.until(seen)) - start;
      });
    },
  },
  'PIREP list under 10 changes/s': {
    says: 'Work of the page’s thread for each change that comes by itself, while the list is open.',
    run: async ({ page, open, world, repeated, threadMs }) => {
      await open(to.pireps(code));
      const count = Math.round(changes * repeated);
      const before = await threadMs();
      const start = performance.now();
      for (let n = 0; n < count; n++) {
        await page.waitForTimeout(Math.max(0, start + (n * 1_000) / perSecond - performance.now()));
        await world.file();
      }
      return ((await threadMs()) - before) / count;
    },
  },
  'review by keyboard': {
    says: 'For each PIREP of the queue: from the key that accepts it to the next one being chosen and shown.',
    run: async ({ page, open, world, repeated }) => {
      const count = Math.round(reviews * repeated);
      await world.fileAll(count + 1);
      await open(to.review(code));
      return page.evaluate(async (count) => {
        const chosen = () => document.querySelector('[data-remote] .queue-list [aria-current]')?.textContent;
        await bench.until(chosen);
        // What listens for keys is loaded after the page.
        await bench.until(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/keyboard-')));
        await bench.painted();
        let sum = 0;
        for (let n = 0; n < count; n++) {
          const before = chosen();
          const press = () =>
            (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
          sum += await bench.time(press, () => chosen() !== before);
        }
        return sum / count;
      }, count);
    },
  },
  'airport while typing': {
    says: 'For each letter typed into the departure of a report, to the frame after it; the answers of the server are awaited at the end.',
    run: async ({ page, open }) => {
      await open(to.filePirep(code));
      return page.evaluate(async () => {
        const input = document.querySelector('[data-remote] [role=combobox]');
        input.focus();
        const [start, text] = [performance.now(), 'gardermoen'];
        await bench.type(input, text);
        const typed = (performance.now() - start) / text.length;
        await bench.until(() => document.querySelector('[data-remote] [role=option]'));
        return typed;
      });
    },
  },
  'route change': {
    says: 'From the click on a link to the other page, both known to the cache.',
    run: async ({ page, open, repeated }) => {
      await open(to.airline(code));
      return page.evaluate(
        async ({ count, home, list, name, title }) => {
          let sum = 0;
          for (let n = -2; n < count; n++) {
            const [link, heading] = n % 2 === 0 ? [list, title] : [home, name];
            const took = await bench.time(
              () => bench.byText('[data-remote] nav a', link).click(),
              () => document.querySelector('[data-remote] h1')?.textContent === heading && bench.whole(),
            );
            if (n >= 0) sum += took;
          }
          return sum / count;
        },
        { count: Math.round(routes * repeated), home: nav.home, list: nav.pireps, name, title: messages.pireps.title },
      );
    },
  },
  'mount and unmount': {
    says: 'From choosing the front end to its whole list, in turn after each of the others; its files are loaded.',
    together: true,
    run: async ({ page, open, run, repeated }) => {
      await open(to.pireps(code));
      // Leaving the one before is in the figure, so who comes before whom changes with each run.
      const inTurn = run % 2 === 0 ? frameworks : frameworks.toReversed();
      return page.evaluate(
        async ({ inTurn, count }) => {
          const switchTo = (name) =>
            bench.time(
              () => document.querySelector(`nav a[href^="/${name}/"]`).click(),
              () => document.querySelector(`[data-remote="${name}"] tbody tr`) !== null && bench.whole(),
            );
          const sums = Object.fromEntries(inTurn.map((name) => [name, 0]));
          for (let n = -2; n < count; n++) {
            for (const name of inTurn) {
              const took = await switchTo(name);
              if (n >= 0) sums[name] += took;
            }
          }
          return Object.fromEntries(inTurn.map((name) => [name, sums[name] / count]));
        },
        { inTurn, count: Math.round(mounts * repeated) },
      );
    },
  },
  'after a lost connection': {
    says: 'The socket was gone while 500 changes happened: work of the page’s thread until all of them are in the list.',
    run: async ({ page, open, world, share, threadMs }) => {
      const [sockets, cut] = [new Set(), { code: 1001, reason: 'cut' }];
      let down = false;
      await page.routeWebSocket('**/graphql', (socket) => {
        if (down) return void socket.close(cut);
        socket.connectToServer();
        sockets.add(socket);
      });
      await open(to.pireps(code));
      await page.getByText('Live', { exact: true }).waitFor();
      down = true;
      for (const socket of sockets) socket.close(cut);
      const last = await world.fileAll(Math.round(missed * share));
      const before = await threadMs();
      down = false;
      await page.evaluate(
        (number) => bench.until(() => document.querySelector('[data-remote] tbody tr')?.textContent.trim().startsWith(number)),
        last.flightNumber,
      );
      return (await threadMs()) - before;
    },
  },
  'all three at once': {
    says: 'From opening /compare with an empty cache to the whole page in the pane: they load and draw beside each other.',
    together: true,
    run: async ({ page }) => {
      await page.goto(`/compare${to.airline(code)}`, { waitUntil: 'commit' });
      return page.evaluate(async (names) => {
        const pane = (name) => document.querySelector(`[data-remote="${name}"]`)?.closest('.pane-body');
        const ready = (name) => bench.until(() => pane(name) && bench.whole(pane(name)));
        const times = await Promise.all(names.map(ready));
        return Object.fromEntries(names.map((name, index) => [name, times[index]]));
      }, frameworks);
    },
  },
};
