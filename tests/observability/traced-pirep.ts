import { receivedSpans, startOtlpReceiver } from '@jetbridge/schema/testing';
import { expect } from 'vitest';
import { type Answer, connectTo } from '../../gateway/src/testing/client.ts';

const password = 'ready for take-off'; // of everybody in the demo
const server = 2; // kinds of spans, as OTLP counts them
const [producer, consumer] = [4, 5];

interface Filed {
  /** Of the click, as a browser would have made it. */
  traceId: string;
  clickId: string;
  /** What came over the socket of somebody who follows the airline. */
  told: Answer & { extensions?: { traceparent: string } };
}

/** Files a PIREP in the demo as a traced page does, under the eyes of somebody else's page. */
export async function fileTracedPirep(url: string): Promise<Filed> {
  const { ask, subscribe } = connectTo(url);
  const signIn = async (email: string): Promise<string> => {
    const { data } = await ask('mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', { input: { email, password } });
    return data.signIn.accessToken;
  };
  const [pilot, staff] = await Promise.all([signIn('pilot@demo.jetbridge.example'), signIn('staff@demo.jetbridge.example')]);
  const { data } = await ask('{ airline(code: "NDL") { id cursor } }', {}, { token: staff });
  const { id: airlineId, cursor: after } = data.airline;
  const changes = subscribe(
    'subscription Changes($airlineId: ID!, $after: Cursor) { airlineChanges(airlineId: $airlineId, after: $after) { kind id } }',
    { airlineId, after },
    staff,
  );
  const next = changes.next();
  const [traceId, clickId] = [hex(16), hex(8)];
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${pilot}`, traceparent: `00-${traceId}-${clickId}-01` },
    body: JSON.stringify({
      query: 'mutation FilePirep($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }',
      variables: { input: flight(airlineId) },
    }),
  });
  const answer = (await response.json()) as Answer;
  expect(answer.errors).toBeUndefined();
  const told = (await next) as Filed['told'];
  expect(told.data.airlineChanges).toEqual({ kind: 'PIREP', id: answer.data.filePirep.pirep.id });
  await changes.close();
  return { traceId, clickId, told };
}

/** A receiver, and what must have arrived there. */
export async function receiveTraces() {
  const receiver = await startOtlpReceiver();
  return {
    env: (service: string) => ({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_SERVICE_NAME: service,
      OTEL_TRACES_SAMPLER_ARG: '1',
    }),
    expectOne: async ({ traceId, clickId, told }: Filed, { gateway, projector }: { gateway: string; projector: string }) => {
      const spans = () => receivedSpans(receiver.requests).filter((span) => span.traceId === traceId);
      const names = () => spans().map(({ name }) => name);
      const expected = ['POST /graphql', 'mutation filePirep', 'command filePirep', 'append', 'await read models', 'project PirepFiled'];
      await expect.poll(names, { timeout: 20_000 }).toEqual(expect.arrayContaining([...expected, 'deliver PIREP']));
      const span = (name: string) => spans().find((one) => one.name === name)!;
      const [request, operation, command, append] = expected.map(span);
      expect(request).toMatchObject({ service: gateway, kind: server, parentSpanId: clickId });
      expect(operation).toMatchObject({ parentSpanId: request!.spanId });
      expect(command).toMatchObject({ parentSpanId: operation!.spanId });
      expect(append).toMatchObject({ parentSpanId: command!.spanId, kind: producer, service: gateway });
      expect(span('await read models')).toMatchObject({ parentSpanId: command!.spanId });
      expect(span('project PirepFiled')).toMatchObject({ parentSpanId: append!.spanId, kind: consumer, service: projector });
      expect(span('project PirepFiled').links).toContain(append!.spanId);
      const delivery = span('deliver PIREP');
      expect(delivery).toMatchObject({ parentSpanId: append!.spanId, kind: producer, service: gateway });
      expect(told.extensions?.traceparent).toBe(`00-${traceId}-${delivery.spanId}-01`);
      expect(spans().filter(({ failed }) => failed)).toEqual([]);
    },
    receiver,
    [Symbol.asyncDispose]: () => receiver[Symbol.asyncDispose](),
  };
}

function flight(airlineId: string) {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  return {
    airlineId,
    flightNumber: '417',
    departure: 'ENGM',
    arrival: 'ENBR',
    aircraftType: 'B738',
    offBlockAt: hoursAgo(2),
    onBlockAt: hoursAgo(1),
    network: 'OFFLINE',
  };
}

function hex(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
}
