// The product as the comparison of the front ends needs it: an airline with 5,000 members and some hundred PIREPs, and somebody who may do everything.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from '@jetbridge/gateway/dist/config.js';
import { openServices } from '@jetbridge/gateway/dist/context.js';
import { platformTenant, rosterStream, userStream } from '@jetbridge/schema/events';
import { aNumberedFlight } from '@jetbridge/schema/testing';
import { post, resumeEmbedded, startEmbedded } from '../product.mjs';

export const members = 5_000;
const perAppend = 100;
const goodForMs = 300_000; // of the ten minutes of an access token
const pireps = 120;
const atOnce = 40; // as many are filed beside each other where their order does not matter
const person = { email: 'ada@example.org', password: 'a password for benches' }; // of product.mjs
export const airline = { code: 'NAX', name: 'Norse' };

/** `file` files one PIREP and answers it, `fileAll` many, the last one answered after all others; `end` ends it. Nobody files the same flight twice. */
export async function openWorld(folder) {
  const dataDir = join(folder, 'data');
  const first = await startEmbedded(dataDir);
  await first.end();
  await addMembers(dataDir, first.airlineId);
  const { url, end } = await resumeEmbedded(dataDir);
  let filed = 0;
  let [token, signedInAt] = [null, Number.NEGATIVE_INFINITY];
  const signIn = async () => {
    const asks = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
    return (await post(url, { query: asks, variables: { input: person } })).signIn.accessToken;
  };
  // One for all who ask at the same time: signing in is limited.
  const signedIn = () => {
    if (performance.now() - signedInAt >= goodForMs) [token, signedInAt] = [signIn(), performance.now()];
    return token;
  };
  const file = async (over = {}) => {
    const query = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id flightNumber } } }';
    const input = { ...aNumberedFlight(filed++, { airlineId: first.airlineId }), ...over };
    return (await post(url, { query, variables: { input } }, await signedIn())).filePirep.pirep;
  };
  const fileAll = async (count) => {
    let left = count - 1;
    const some = async () => {
      while (left-- > 0) await file();
    };
    await Promise.all(Array.from({ length: atOnce }, some));
    return file();
  };
  await fileAll(pireps);
  return { url, person, end, file, fileAll };
}

/** Into the log at once: asking the API 5,000 times would take longer than what is measured. */
async function addMembers(dataDir, airlineId) {
  const services = await openServices(readConfig({ dataDir }));
  const { commands, credentials } = services;
  const by = { operation: 'bench', actorId: null, input: {}, now: Date.now(), readable: false };
  const [{ version }] = await services.storage.reader.all(
    'select max(stream_version) as version from event where tenant = ? and stream = ?',
    [...[airlineId, rosterStream]],
  );
  for (let n = 0; n < members; n += perAppend) {
    const people = Array.from({ length: perAppend }, (_, index) => ({ userId: randomUUID(), n: n + index + 2 }));
    const writes = people.map(({ userId, n }) => ({
      ...{ tenant: platformTenant, stream: userStream(userId), expectedVersion: 0 },
      events: [{ type: 'UserRegistered', data: { userId, email: `${n}@example.org`, displayName: `Pilot ${n}` } }],
    }));
    const events = people.map(({ userId, n }) => ({
      type: 'MemberJoined',
      data: { memberId: randomUUID(), userId, role: 'PILOT', pilotNumber: n, joinedBy: 'INVITATION' },
    }));
    const roster = { tenant: airlineId, stream: rosterStream, expectedVersion: Number(version) + n, events };
    const statements = people.map(({ userId, n }) => credentials.insert(userId, `${n}@example.org`, 'no password', by.now));
    await commands.run({ ...by, decide: async () => ({ resultId: airlineId, writes: [...writes, roster], statements }) });
  }
  await services.close();
}
