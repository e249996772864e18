import { setTimeout as after } from 'node:timers/promises';
import { aNumberedFlight } from '@jetbridge/schema/testing';
import { connectTo } from '../../gateway/src/testing/client.ts';
import type { AirlineWorld, World } from './world.ts';

const backOffMs = 30; // of a client that was told to try again
const twinWithinMs = 8; // of the first: about as long as it takes
const passing = new Set(['PROJECTION_LAGGING', 'UNAVAILABLE']);

const payload = '{ cursor pirep { id } }';
const filePirep = `mutation ($input: FilePirepInput!) { done: filePirep(input: $input) ${payload} }`;
const acceptPirep = `mutation ($input: PirepInput!) { done: acceptPirep(input: $input) ${payload} }`;
const rejectPirep = `mutation ($input: PirepReasonInput!) { done: rejectPirep(input: $input) ${payload} }`;
const changes = `subscription ($id: ID!, $after: Cursor) {
  airlineChanges(airlineId: $id, after: $after) { cursor previous kind id node { ... on Pirep { id } ... on Member { id } } }
}`;

interface Asked {
  query: string;
  input: object;
}

/** Another flight each time: they are all filed by one person. */
export function fileFlight(airline: AirlineWorld): Asked {
  return { query: filePirep, input: aNumberedFlight(airline.flights++, { airlineId: airline.id }) };
}

/** Files and reviews until the world stops. */
export async function runWriter(world: World, airline: AirlineWorld, name: string, random: () => number): Promise<void> {
  const { pending } = airline;
  for (let n = 1; !world.stopped; n++) {
    const reviewed = random() < 0.45 ? pending[Math.floor(random() * pending.length)] : undefined;
    const [asked, commandId] = [fileFlight(airline), `${airline.code}-${name}-${n}`];
    if (!reviewed) {
      const filed = await command(world, airline, asked, commandId, random);
      if (filed) pending.push(filed.pirep.id);
      continue;
    }
    const accepting = random() < 0.7;
    const input = { pirepId: reviewed, ...(!accepting && { reason: 'Landed elsewhere' }) };
    await command(world, airline, { query: accepting ? acceptPirep : rejectPirep, input }, commandId, random);
    if (pending.includes(reviewed)) pending.splice(pending.indexOf(reviewed), 1);
  }
}

/**
 * One command, sent again under its id until it is answered, to whichever gateway; now and then to two at once. Its payload, or undefined
 * where a rule refused it.
 */
export async function command(
  world: World,
  { journal }: AirlineWorld,
  { query, input }: Asked,
  commandId: string,
  random: () => number,
): Promise<{ cursor: string; pirep: { id: string } } | undefined> {
  const entry = journal.send(commandId);
  const ask = async () => {
    for (;;) {
      const answer = await attempt(await world.door.pick(random), world.token, query, { ...input, commandId });
      if (answer) return answer;
      await after(backOffMs);
    }
  };
  const [answer, other] = await Promise.all(random() < 0.25 ? [ask(), after(random() * twinWithinMs).then(ask)] : [ask()]);
  if (other && (other.done?.pirep.id !== answer!.done?.pirep.id || other.done?.cursor !== answer!.done?.cursor))
    throw new Error(`${commandId} was answered differently: ${JSON.stringify([answer, other])}`);
  const { done } = answer!;
  journal.answer(entry, done ? 'stored' : 'refused', done?.pirep.id);
  return done;
}

/** Undefined when it has to be asked again. */
async function attempt(url: string, token: string, query: string, input: object) {
  try {
    const { data, errors, codes } = await connectTo(url).ask(query, { input }, { token });
    if (codes.length === 0) return { done: data.done as { cursor: string; pirep: { id: string } } };
    if (codes.includes('CONFLICT')) return { done: undefined };
    if (codes.every((code) => passing.has(code))) return undefined;
    throw new Error(`unexpected answer: ${JSON.stringify(errors)}`);
  } catch (error) {
    if (!isConnectionError(error)) throw error;
    return undefined;
  }
}

export interface Frame {
  cursor: string;
  previous: string;
  kind: string;
  id: string;
  node: { id: string } | null;
}

const ended = Symbol('ended');

/** Follows the airline from its start through every break and to any gateway, keeping each frame; ends when it has seen the end. */
export async function runSubscriber(world: World, airline: AirlineWorld, random: () => number): Promise<Frame[]> {
  const frames: Frame[] = [];
  const ending = airline.ending.promise.then(() => ended);
  let cursor = airline.start;
  while (cursor !== airline.end) {
    const live = connectTo(await world.door.pick(random)).subscribe(changes, { id: airline.id, after: cursor }, world.token);
    const listen = () => {
      const next = live.next();
      next.catch(() => {}); // nobody waits for it any more when the end was told otherwise
      return next;
    };
    try {
      for (let next = listen(); cursor !== airline.end; ) {
        const answer = await (airline.end === undefined ? Promise.race([next, ending]) : next);
        if (typeof answer === 'symbol') continue;
        if (!answer) break;
        if (answer.errors) {
          // Without data it is no frame: the subscription could not begin.
          if (isPassingRefusal(answer.errors) && answer.data === undefined) break;
          throw new Error(`unexpected frame: ${JSON.stringify(answer)}`);
        }
        const frame = answer.data.airlineChanges as Frame;
        frames.push(frame);
        cursor = frame.cursor;
        if (random() < 0.005) break; // moves on to another gateway
        next = listen();
      }
    } catch (error) {
      if (!isConnectionError(error) && !isPassingRefusal(error)) throw error;
    } finally {
      await live.close().catch(() => {});
    }
    await after(backOffMs);
  }
  return frames;
}

/** A broken fetch, a closed socket: what a kill looks like from outside. */
function isConnectionError(error: unknown): boolean {
  const { code, reason, message } = (error ?? {}) as { code?: unknown; reason?: unknown; message?: unknown };
  if (reason !== undefined) return code !== 4403; // a socket that was closed; with 4403 it was refused
  return error instanceof SyntaxError || /ECONN|EPIPE|socket hang up|fetch failed|terminated/.test(String(message)); // or half an answer
}

/** A subscription that ended with errors, all of which say "in a moment". */
function isPassingRefusal(errors: unknown): boolean {
  return Array.isArray(errors) && errors.every((error) => passing.has(error?.extensions?.code));
}
