import { randomUUID } from 'node:crypto';
import { messages, to } from '@jetbridge/schema';
import { Api } from '../../shell/e2e/support/api.ts';
import { Given, heading, ownAirline, pirepInput, pirepRow, signIn, Then, When } from '../../shell/e2e/support/flows.ts';
import { expect, firstStart, platformAdmin } from '../../shell/e2e/support/test.ts';
import { containers, kill } from './engine.ts';

const recovered = { timeout: 30_000 };

firstStart('an open page goes on by itself, whichever container is killed', async ({ page, fresh, framework, problems }) => {
  firstStart.setTimeout(300_000);
  problems.allow(/WebSocket|50[234]|ERR_/); // what a kill looks like in the console
  const api = new Api(fresh.url);
  await api.signIn(platformAdmin);
  const airline = await ownAirline(api);

  await Given('the list of PIREPs, open', async () => {
    await signIn(page, platformAdmin, framework);
    await page.goto(`/${framework}${to.pireps(airline.code)}`);
    await heading(page, messages.pireps.title);
    await page.evaluate(() => document.body.setAttribute('data-since', 'the start'));
  });
  for (const [index, container] of containers.entries()) {
    const flightNumber = String(100 + index);
    await When(`${container} is killed`, () => kill(container));
    await When('somebody files a PIREP, asking until it is answered', async () => {
      const day = new Date(Date.now() - (index + 2) * 24 * 60 * 60_000).toISOString().slice(0, 10);
      const times = { offBlockAt: `${day}T08:00:00Z`, onBlockAt: `${day}T09:00:00Z` };
      const input = pirepInput(airline.id, { flightNumber, commandId: randomUUID(), ...times });
      await expect(() => api.filePirep(input)).toPass(recovered);
    });
    await Then('it appears, and so far none is missing', async () => {
      await expect(pirepRow(page, flightNumber)).toBeVisible(recovered);
      for (let earlier = 0; earlier < index; earlier++) await expect(pirepRow(page, String(100 + earlier))).toBeVisible();
    });
  }
  await Then('it is still the same page', () => expect(page.locator('body')).toHaveAttribute('data-since', 'the start'));
});
