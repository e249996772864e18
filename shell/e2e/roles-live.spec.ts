import { ChangeMemberRoleDocument, messages, RemoveMemberDocument, to, UpdateProfileDocument, ViewerDocument } from '@jetbridge/schema';
import { Api } from './support/api.ts';
import { flight, Given, heading, pirepInput, signIn, Then, When } from './support/flows.ts';
import { expect, withPilot } from './support/test.ts';

withPilot('a new role, a new name and a removal count at once, on pages that are open', async ({ page, framework, mailedApi, pilot }) => {
  const airline = await pilot.join();
  const own = new Api(pilot.url);
  await own.signIn(pilot.person);
  const { viewer } = await own.run(ViewerDocument, {});
  const userId = viewer!.user.id;
  const filed = await mailedApi.filePirep(pirepInput(airline.id));
  const accept = page.getByRole('button', { name: messages.pirep.acceptFlight(flight.flightNumber) });
  let loads = 0;
  page.on('load', () => loads++);

  await Given('a pilot before a PIREP of somebody else', async () => {
    await signIn(page, pilot.person, framework);
    await page.goto(`/${framework}${to.pirep(airline.code, filed.id)}`);
    await heading(page, messages.pirep.title(flight.flightNumber));
    await expect(page.getByText(messages.states.PENDING, { exact: true })).toBeVisible();
    await expect(accept).toBeHidden();
    loads = 0;
  });
  await When('an admin makes them staff, elsewhere', () =>
    mailedApi.run(ChangeMemberRoleDocument, { input: { airlineId: airline.id, userId, role: 'STAFF' } }),
  );
  await Then('they may review it, without reloading', () => expect(accept).toBeVisible());
  await When('the role is taken away again', () =>
    mailedApi.run(ChangeMemberRoleDocument, { input: { airlineId: airline.id, userId, role: 'PILOT' } }),
  );
  await Then('they may not any more', () => expect(accept).toBeHidden());
  await When('they take another name in another browser', () => own.run(UpdateProfileDocument, { input: { displayName: 'Nora Berg' } }));
  await Then('it stands here', () => expect(page.getByRole('link', { name: 'Nora Berg' })).toBeVisible());
  await When('they are removed', () => mailedApi.run(RemoveMemberDocument, { input: { airlineId: airline.id, userId, reason: 'So.' } }));
  await Then('what is inside the airline is not for them any more', async () => {
    await expect(page.getByRole('heading', { level: 1, name: messages.pirep.title(flight.flightNumber) })).toBeHidden();
    expect(loads).toBe(0);
  });
});
