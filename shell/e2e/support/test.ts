import { JoinAirlineDocument } from '@jetbridge/schema';
import { type MailCatcher, startMailCatcher } from '@jetbridge/schema/testing';
import { test as base } from '@playwright/test';
import { Api } from './api.ts';
import { ownAirline } from './flows.ts';
import { type Problems, watchProblems } from './problems.ts';
import { type Product, productAt, startProduct } from './product.ts';

export type Framework = 'react' | 'vue' | 'svelte';

export interface Options {
  /** Which of the three remotes a project drives. */
  framework: Framework;
}

export interface Person {
  email: string;
  displayName: string;
  password: string;
}

export const platformAdmin: Person = { email: 'ada@example.org', displayName: 'Ada Berg', password: 'fjords from above at dawn' };

interface Fixtures extends Options {
  problems: Problems;
  /** Paths of all requests so far, below the product's address. */
  requests: string[];
}

interface WorkerFixtures {
  /** One server per worker, already set up; tests stay apart by airlines of their own. */
  product: Product;
  api: Api;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  framework: ['react', { option: true }],

  product: [
    async ({}, use) => {
      await using product = await startProduct();
      await use(product);
    },
    { scope: 'worker' },
  ],

  api: [
    async ({ product }, use) => {
      const api = new Api(product.url);
      await api.completeSetup({ ...platformAdmin, token: product.setupToken });
      await use(api);
    },
    { scope: 'worker' },
  ],

  // Every test that opens a page also tests that the browser had nothing to complain about.
  problems: [
    async ({ page, baseURL }, use) => {
      const problems = await watchProblems(page, new URL(baseURL!).origin);
      await use(problems);
      problems.expectNone();
    },
    { auto: true },
  ],

  requests: async ({ page }, use) => {
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await use(paths);
  },

  baseURL: async ({ product, api: _ }, use) => use(product.url),
});

/** The same, on a server of its own that nobody has set up yet; or on the one behind E2E_SETUP_LINK, however it was started. */
export const firstStart = test.extend<{ fresh: Product }>({
  fresh: async ({}, use) => {
    const running = process.env.E2E_SETUP_LINK;
    await using product = running ? productAt(running) : await startProduct();
    await use(product);
  },
  baseURL: async ({ fresh }, use) => use(fresh.url),
});

/** The same, on a server of its own that is set up and sends its mail to us. */
export const withMail = test.extend<{ mailed: Product; mails: MailCatcher; mailedApi: Api }>({
  mails: async ({}, use) => {
    await using mails = await startMailCatcher();
    await use(mails);
  },
  mailed: async ({ mails }, use) => {
    await using product = await startProduct({ JETBRIDGE_SMTP_URL: mails.url, JETBRIDGE_MAIL_FROM: 'Jetbridge <tower@example.org>' });
    await use(product);
  },
  mailedApi: async ({ mailed }, use) => {
    const api = new Api(mailed.url);
    await api.completeSetup({ ...platformAdmin, token: mailed.setupToken });
    await use(api);
  },
  baseURL: async ({ mailed, mailedApi: _ }, use) => use(mailed.url),
});

interface Pilot {
  person: Person;
  url: string;
  /** An airline of the platform admin that takes everybody. */
  create(): Promise<{ id: string; code: string; name: string }>;
  /** The same, with the pilot in it. */
  join(): Promise<{ id: string; code: string; name: string }>;
}

/** The same, with somebody who has an account and a proved address, and nothing else. */
export const withPilot = withMail.extend<{ pilot: Pilot }>({
  pilot: async ({ mailed, mailedApi, mails }, use) => {
    const person = { email: 'nora@example.org', displayName: 'Nora Vik', password: 'cranes over the marsh' };
    await mailedApi.register(person);
    await mailedApi.verifyEmail(mails.link(await mails.mail(person.email)).searchParams.get('token') ?? '');
    const create = () => ownAirline(mailedApi, { joinPolicy: 'OPEN' });
    await use({
      ...{ person, url: mailed.url, create },
      async join() {
        const airline = await create();
        const own = new Api(mailed.url);
        await own.signIn(person);
        await own.run(JoinAirlineDocument, { input: { airlineId: airline.id } });
        return airline;
      },
    });
  },
});

export { expect } from '@playwright/test';
