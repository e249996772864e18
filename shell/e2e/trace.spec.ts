import { messages, to } from '@jetbridge/schema';
import { type ReceivedSpan, receivedSpans, startOtlpReceiver } from '@jetbridge/schema/testing';
import { Api } from './support/api.ts';
import { fillPirep, flight, Given, heading, ownAirline, pirepRow, signIn, Then, When } from './support/flows.ts';
import { type Product, startProduct } from './support/product.ts';
import { expect, platformAdmin, test } from './support/test.ts';

type Receiver = Awaited<ReturnType<typeof startOtlpReceiver>>;

/** On a server of its own, which sends all traces to us. */
const traced = test.extend<{ receiver: Receiver; observed: Product; observedApi: Api }>({
  receiver: async ({}, use) => {
    await using receiver = await startOtlpReceiver();
    await use(receiver);
  },
  observed: async ({ receiver }, use) => {
    await using product = await startProduct({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_TRACES_SAMPLER_ARG: '1' });
    await use(product);
  },
  observedApi: async ({ observed }, use) => {
    const api = new Api(observed.url);
    await api.completeSetup({ ...platformAdmin, token: observed.setupToken });
    await use(api);
  },
  baseURL: async ({ observed, observedApi: _ }, use) => use(observed.url),
});

traced('a filed PIREP is one trace, from the click to the paint', async ({ page, observedApi, receiver, framework }) => {
  const airline = await ownAirline(observedApi);
  await Given('a pilot with a report to file', async () => {
    await signIn(page, platformAdmin, framework, to.filePirep(airline.code));
    await heading(page, messages.pirepFile.title);
    await fillPirep(page);
  });
  await When('they file it', async () => {
    await page.getByRole('button', { name: messages.pirepFile.submit }).click();
    await expect(pirepRow(page, flight.flightNumber)).toBeVisible();
  });

  const spans = (): ReceivedSpan[] => {
    const all = receivedSpans(receiver.requests);
    const click = all.find(({ name }) => name === 'ask FilePirep');
    return all.filter(({ traceId }) => traceId === click?.traceId);
  };
  const span = (name: string) => spans().find((one) => one.name === name);
  await Then('every part of the way is in it', async () => {
    const parts = [
      'ask FilePirep',
      'POST /graphql',
      'command filePirep',
      'append',
      'project PirepFiled',
      'deliver PIREP',
      'receive change',
    ];
    await expect.poll(() => spans().map(({ name }) => name)).toEqual(expect.arrayContaining(parts));
    expect(span('POST /graphql')?.parentSpanId).toBe(span('ask FilePirep')?.spanId);
    expect(span('receive change')?.parentSpanId).toBe(span('deliver PIREP')?.spanId);
  });
  await Then('and what the page saw is told by the page', async () => {
    const here = { service: 'jetbridge-web', attributes: { 'jetbridge.framework': framework } };
    expect(span('ask FilePirep')).toMatchObject({ ...here, parentSpanId: undefined, events: ['sent', 'answered', 'painted'] });
    expect(span('receive change')).toMatchObject({ ...here, events: ['painted'] });
  });
});
