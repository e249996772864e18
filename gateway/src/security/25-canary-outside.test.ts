import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openStorage } from '@jetbridge/schema/storage';
import { startMailCatcher, startOtlpReceiver } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/airline-operations.ts';
import { type Database, databases } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';
import { startTalking, withDatabase } from '../testing/talking-process.ts';

const password = 'canary sings at dawn';
const people = { admin: 'Wilhelmina Wagtail', pilot: 'Bartholomew Bluethroat', guest: 'Cordelia Crossbill' };
const addressOf = (person: keyof typeof people) => `${people[person].split(' ')[1]!.toLowerCase()}@example.org`;
const canary = /wilhelmina|wagtail|bartholomew|bluethroat|cordelia|crossbill|sings|127\.77\.66\.55|CANARY/;
const around = new RegExp(`.{0,60}(?:${canary.source}).{0,20}`, 'gi');

/** Rows with these words are refused, in an error that quotes them, as databases do. */
async function refuseRows(databaseUrl: string, kind: Database): Promise<void> {
  const storage = await openStorage(databaseUrl, { migrations: false });
  await storage.transaction(async (sql) => {
    for (const [table, column] of [
      ['rm_pirep', 'remarks'],
      ['api_key', 'name'],
    ] as const) {
      if (kind === 'postgres') {
        await sql.run(
          `alter table ${table} add constraint ${table}_quoted check (${column} is null or ${column} not like '%refused%') not valid`,
        );
      } else {
        const words = `'CHECK of "' || new.${column} || '" failed'`;
        const refusal = `begin select raise(abort, ${words}) where new.${column} like '%refused%'; end`;
        for (const moment of ['insert', 'update']) {
          await sql.run(`create trigger ${table}_${moment}_quoted before ${moment} on ${table} ${refusal}`);
        }
      }
    }
  });
  await storage.close();
}

function raw(url: string, lines: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(lines);
  return text(socket);
}

async function malformed(url: string, token: string): Promise<void> {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const carrying = {
    ...{
      authorization: `Bearer ${token}CANARY`,
      cookie: 'jetbridge_refresh=CANARY',
      'user-agent': 'sings/1.0',
      'x-request-id': 'wagtail-0001',
    },
    ...{ baggage: 'name=Wilhelmina', tracestate: 'wagtail=sings', 'x-forwarded-for': '127.77.66.55' },
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  };
  await post('{"query": Wilhelmina');
  await post(JSON.stringify({ query: 'query Look { viewer { wagtail(sings: "CANARY") } }', operationName: 'Look' }));
  await post(JSON.stringify({ query: 'query Look { viewer { user { id } } }', operationName: 'Look' }), carrying);
  await post(JSON.stringify({ query: 'query Look { wagtail: viewer { sings: user { id } } }', operationName: 'Look' }), {});
  const variables = { input: { email: ['Wilhelmina'], password: { sings: 1 } } };
  await post(JSON.stringify({ query: 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', variables }));
  await fetch(`${url}/graphql?query={viewer{wagtail}}&token=${token}`, { headers: carrying });
  for (const path of ['/verify?token=CANARY', '/wagtail/sings?token=CANARY', '/%ff/Wilhelmina', '/reset/CANARY', '/export/CANARY']) {
    await fetch(url + path, { headers: carrying });
  }
  await raw(url, 'GET /Wilhelmina HTTP/1.1\r\nhost: wagtail sings\r\nconnection: close\r\n\r\n');
  await raw(url, 'WAGTAIL /sings HTTP/1.1\r\nauthorization: CANARY\r\n\r\n');
  const spans = [
    { name: 'Wilhelmina Wagtail', trace: carrying.traceparent, start: 1, end: 2, framework: 'Wagtail', events: { Wagtail: 1 } },
  ];
  const body = JSON.stringify({ at: 2, spans });
  await fetch(`${url}/telemetry`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json' }, body });
  const elsewhere = request(`${url}/graphql`, {
    method: 'POST',
    localAddress: '127.77.66.55',
    headers: { 'content-type': 'application/json' },
  });
  elsewhere.end(JSON.stringify({ query: '{ viewer { user { id } } }' }));
  await new Promise((resolve) => elsewhere.on('response', (response) => response.resume().on('end', resolve)));
  const socket = await openSocket(url, token);
  socket.subscribe('CANARY', 'subscription Look { airlineChanges(airlineId: "Wagtail") { __typename } }');
  socket.subscribe('sings', 'query Look { wagtail: viewer { user { displayName } } }');
  await socket.until((messages) => ['CANARY', 'sings'].every((id) => messages.some((message) => message.id === id)));
  await socket.close();
}

describe.each(databases)('25 what is seen of the product from outside, on %s', (database) => {
  it('has no name, address, remark, reason, comment, token or IP of anybody in it, whatever they do and whatever goes wrong', () =>
    withDatabase(database, async (env, dataDir) => {
      await using mails = await startMailCatcher();
      await using receiver = await startOtlpReceiver();
      const product = await startTalking({
        ...env,
        ...{ JETBRIDGE_SMTP_URL: mails.url, JETBRIDGE_MAIL_FROM: 'mail@jetbridge.example', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url },
        ...{ OTEL_TRACES_SAMPLER_ARG: '1', OTEL_METRIC_EXPORT_INTERVAL: '500' },
      });
      const { ask, send } = product;
      const secrets: string[] = [];
      const mailed = async (to: string) => {
        const token = mails.link(await mails.mail(to)).searchParams.get('token')!;
        secrets.push(token);
        return token;
      };
      const mutate = async (name: string, type: string, selection: string, input: object, token: string, expected: string[] = []) => {
        const { data, codes } = await ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, { input }, { token });
        expect(codes, name).toEqual(expected);
        return data?.[name];
      };

      const setUp = { token: await product.setupToken(), email: addressOf('admin'), displayName: people.admin, password };
      const answer = await ask('mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }', { input: setUp });
      const admin = answer.data.completeSetup.accessToken as string;
      const newcomer = async (person: 'pilot' | 'guest') => {
        await send('register', { email: addressOf(person), displayName: people[person], password });
        await send('verifyEmail', { token: await mailed(addressOf(person)) });
        return (await send('signIn', { email: addressOf(person), password })).data.signIn.accessToken as string;
      };
      const [pilot, guest] = [await newcomer('pilot'), await newcomer('guest')];
      secrets.push(setUp.token, admin, pilot, guest, ...answer.cookies.map((cookie) => cookie.split(/[=;]/)[1]!));

      const airlineInput = { code: 'NAX', name: 'Wilhelmina Airways', joinPolicy: 'APPLY' };
      const created = await mutate('createAirline', 'CreateAirlineInput', 'airline { id }', airlineInput, admin);
      const airlineId = created.airline.id as string;
      const apply = async (token: string, message: string) => {
        const { data } = await command(product, 'joinAirline', { airlineId, message }, token);
        return data.application.id as string;
      };
      const application = await apply(pilot, 'Bartholomew sings');
      await command(product, 'decideApplication', { applicationId: application, accept: true }, admin);
      const declined = { applicationId: await apply(guest, 'Cordelia sings'), accept: false, reason: 'Cordelia sings too loud' };
      await command(product, 'decideApplication', declined, admin);
      mails.refuse(1, 550);
      await command(product, 'inviteMember', { airlineId, email: addressOf('guest'), role: 'STAFF' }, admin);
      await expect.poll(product.said).toMatch(/A mail waits in the outbox/);

      const file = async (flightNumber: string, remarks: string, expected?: string[]) => {
        const [offBlockAt, onBlockAt] = [Date.now() - 7_200_000, Date.now() - 3_600_000].map((time) => new Date(time).toISOString());
        const flight = { flightNumber, departure: 'ENGM', arrival: 'ENBR', aircraftType: 'B738', offBlockAt, onBlockAt, remarks };
        const input = { airlineId, ...flight, route: 'SINGS' };
        return (await mutate('filePirep', 'FilePirepInput', 'cursor pirep { id }', input, pilot, expected))?.pirep.id as string;
      };
      const pirepId = await file('101', 'Bluethroat sings over Wagtail');
      await mutate('commentOnPirep', 'PirepTextInput', 'cursor', { pirepId, text: 'Wilhelmina sings, too' }, admin);
      await mutate('rejectPirep', 'PirepReasonInput', 'cursor', { pirepId, reason: 'Nobody sings above FL390, Bartholomew' }, admin);
      await send('updateProfile', { displayName: 'Cordelia Wagtail' }, guest);
      await malformed(product.url, pilot);

      await refuseRows(env.JETBRIDGE_DATABASE_URL ?? join(dataDir, 'jetbridge.db'), database);
      const key = { name: 'Wilhelmina refused', scopes: ['airline:create'], password };
      expect((await send('createApiKey', key, admin)).codes).toEqual(['INTERNAL']);
      await file('102', 'refused: Bartholomew sings of Wagtail', ['PROJECTION_LAGGING']);
      await expect.poll(product.said).toMatch(/Projecting \S+ failed/);
      const metrics = await (await fetch(`${product.url}/metrics`)).text();
      await product.end('SIGTERM');

      const said = product.said();
      for (const part of [
        'request failed',
        '"msg":"POST /graphql 200"',
        '"operation":"mutation filePirep","codes":["PROJECTION_LAGGING"]',
        database === 'postgres' ? 'api_key_quoted' : 'SQLITE_CONSTRAINT_TRIGGER',
      ]) {
        expect(said).toContain(part);
      }
      expect(metrics).toContain('jetbridge_');
      const paths = new Set(receiver.requests.map(({ path }) => path));
      expect(paths).toEqual(new Set(['/v1/logs', '/v1/metrics', '/v1/traces']));
      expect(receiver.logs().map(({ body }) => body?.stringValue)).toContain('request failed');
      for (const [where, text] of Object.entries({ said, received: receiver.text(), metrics })) {
        expect(text.match(around) ?? [], where).toEqual([]);
        for (const secret of secrets) expect(text, where).not.toContain(secret);
      }
    }));
});
