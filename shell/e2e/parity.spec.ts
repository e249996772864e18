import { AskPilotDocument, accountMessages, accountTabs, InviteMemberDocument, joiningMessages, messages, to } from '@jetbridge/schema';
import type { Page } from '@playwright/test';
import { Given, heading, ownAirline, pirepInput, signIn, Then } from './support/flows.ts';
import { expect, type Framework, platformAdmin, test } from './support/test.ts';

const frameworks: readonly Framework[] = ['react', 'vue', 'svelte'];

/**
 * What a remote has drawn, without what may differ: ids (numbered in order of appearance, so that what refers to what still counts),
 * comments, classes and attributes that a framework adds for itself, and their order.
 */
function drawn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const ids = new Map<string, string>();
    const numbered = (id: string) => {
      if (!ids.has(id)) ids.set(id, `id${ids.size}`);
      return ids.get(id);
    };
    const references = ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
    const lines: string[] = [];
    const ignored = ['value', 'href', 'src', 'datetime'];
    const read = (element: Element, depth: number) => {
      const attributes = [...element.attributes]
        .filter(({ name, value }) => !name.startsWith('data-v-') && !(name === 'class' && value === '') && !ignored.includes(name))
        .filter(({ name }) => element.localName !== 'time' || name !== 'title') // of moments that pass while we look
        .map(({ name, value }) => [
          name,
          references.includes(name) ? value.split(' ').map(numbered).join(' ') : value.split(/\s+/).join(' '),
        ])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
      const indent = '  '.repeat(depth);
      lines.push(`${indent}${element.localName} ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')} ${own}`.trimEnd());
      for (const child of element.children) read(child, depth + 1);
    };
    const remote = document.querySelector('.remote');
    if (remote) read(remote, 0);
    return lines.join('\n');
  });
}

async function expectAlike(page: Page, path: string, title: string, prepare: (page: Page) => Promise<unknown> = async () => {}) {
  await Then(`${path} is the same in all three`, async () => {
    const pages: Record<string, string> = {};
    for (const framework of frameworks) {
      await page.goto(`/${framework}${path}`);
      await heading(page, title);
      await expect(page.getByText(messages.loading, { exact: true })).toHaveCount(0);
      await prepare(page);
      pages[framework] = await drawn(page);
    }
    expect(pages.vue, 'Vue draws what React draws').toBe(pages.react);
    expect(pages.svelte, 'Svelte draws what React draws').toBe(pages.react);
  });
}

const tried = (page: Page) => page.getByRole('main').locator('button[type=submit]').first().click();

test('a visitor sees the same in the three front ends', async ({ page }) => {
  const { register, verify, resend, forgot, reset, confirmEmail } = accountMessages;
  await expectAlike(page, '/sign-in?notice=password-reset', messages.signIn.title, tried);
  await expectAlike(page, '/register', register.title);
  await expectAlike(page, '/register', register.title, tried);
  await expectAlike(page, '/verify?token=a', verify.title);
  await expectAlike(page, '/verify', resend.title);
  await expectAlike(page, '/forgot', forgot.title, tried);
  await expectAlike(page, '/reset?token=a', reset.title, tried);
  await expectAlike(page, '/reset', reset.title);
  await expectAlike(page, '/confirm-email?token=a', confirmEmail.title);
  await expectAlike(page, '/nowhere', messages.notFound.title);
});

test('a person sees the same in the three front ends', async ({ page, api }) => {
  test.slow(); // three times a dozen pages
  const airline = await ownAirline(api);
  const filed = await api.filePirep(pirepInput(airline.id));
  await Given('someone who is signed in', () => signIn(page, platformAdmin, 'react'));
  await expectAlike(page, to.airlines(), messages.airlines.title);
  await expectAlike(page, to.airline(airline.code), airline.name);
  await expectAlike(page, to.pireps(airline.code), messages.pireps.title);
  const asked = { input: { pirepId: filed.id, text: 'Which runway?' } };
  await expectAlike(page, to.pirep(airline.code, filed.id), messages.pirep.title(filed.flightNumber), (at) =>
    at.getByRole('list').first().waitFor(),
  );
  await api.run(AskPilotDocument, asked);
  await expectAlike(page, to.pirep(airline.code, filed.id), messages.pirep.title(filed.flightNumber), async (at) => {
    await at.getByRole('list').filter({ hasText: 'Which runway?' }).waitFor();
    await at.getByRole('main').locator('button[type=submit]').last().click();
  });
  await expectAlike(page, to.filePirep(airline.code), messages.pirepFile.title, tried);
  for (const { page: name, to: path } of accountTabs) await expectAlike(page, path, accountMessages.account.titles[name]);
  await expectAlike(page, to.apiKeys(), accountMessages.account.titles['account-api-keys'], tried);
  await expectAlike(page, to.mailOutbox(), accountMessages.mail.title);
  await api.run(InviteMemberDocument, { input: { airlineId: airline.id, email: 'guest@example.org', role: 'STAFF' } });
  await expectAlike(page, to.joining(airline.code), joiningMessages.joining.title);
  await expectAlike(page, to.joining(airline.code), joiningMessages.joining.title, tried);
  await expectAlike(page, '/invitation?token=a', joiningMessages.invitation.title);
  await expectAlike(page, '/invitation?token=a', joiningMessages.invitation.title, async (at) => {
    await tried(at);
    await at.getByRole('alert').waitFor();
  });
});
