import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { connectTo } from '../../gateway/src/testing/client.ts';
import { command, type Frame, fileFlight, runSubscriber, runWriter } from './clients.ts';
import type { Door } from './door.ts';
import { Journal } from './journal.ts';

const codes = ['NAX', 'SAS', 'KLM'];
const writersEach = 4;
const subscribersEach = 3;
const caughtUpWithinMs = 20_000;

export interface World {
  door: Door;
  token: string;
  airlines: AirlineWorld[];
  stopped: boolean;
}

export interface AirlineWorld {
  id: string;
  code: string;
  /** The cursor after its founding. */
  start: string;
  journal: Journal;
  /** How many were filed, or tried. */
  flights: number;
  /** PIREPs filed, and reviewed by nobody we know of; two may take the same one. */
  pending: string[];
  /** The cursor after everything, once nobody writes any more. */
  end: string | undefined;
  ending: PromiseWithResolvers<void>;
}

/** What every subscriber of an airline was told. */
export type Seen = Map<AirlineWorld, Frame[][]>;

export interface Running {
  /** Rejects when a client sees what must not be; never resolves. */
  clients: Promise<never>;
  /** Ends the writing, lets every subscriber see the end, and answers what they saw. */
  finish(): Promise<Seen>;
}

/** Sets the installation up and founds the airlines. */
export async function foundWorld(door: Door, setupToken: string): Promise<World> {
  const { ask } = connectTo(await door.pick(() => 0));
  const input = { token: setupToken, email: 'ada@example.org', displayName: 'Ada', password: 'correct horse' };
  const { data } = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, { input });
  const token: string = data.completeSetup.accessToken;
  const airlines: AirlineWorld[] = [];
  for (const code of codes) {
    const found = `mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { cursor airline { id } } }`;
    const created = await ask(found, { input: { code, name: `Airline ${code}` } }, { token });
    const { airline, cursor } = created.data.createAirline;
    const ending = Promise.withResolvers<void>();
    airlines.push({ id: airline.id, code, start: cursor, journal: new Journal(), flights: 0, pending: [], end: undefined, ending });
  }
  return { door, token, airlines, stopped: false };
}

/** Starts writers and subscribers in every airline. */
export function runClients(world: World, seed: number): Running {
  let started = seed;
  const random = () => seededRandom(++started * 7_919);
  const times = <T>(count: number, run: (n: number) => T) => Array.from({ length: count }, (_, n) => run(n));
  const writing = world.airlines.flatMap((airline) => times(writersEach, (n) => runWriter(world, airline, `w${n}`, random())));
  const following = world.airlines.map((airline) => times(subscribersEach, () => runSubscriber(world, airline, random())));
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {}); // heard by whoever waits for something at the time
  Promise.all([...writing, ...following.flat()]).catch(failed.reject);
  return {
    clients: failed.promise,
    finish: async () => {
      world.stopped = true;
      await Promise.all(writing);
      for (const airline of world.airlines) await sayTheLast(world, airline);
      const late = setTimeout(() => caughtUp.reject(new Error('a subscriber was not told everything')), caughtUpWithinMs);
      const caughtUp = Promise.withResolvers<never>();
      const seen = await Promise.race([Promise.all(following.map((some) => Promise.all(some))), caughtUp.promise]);
      clearTimeout(late);
      return new Map(world.airlines.map((airline, index) => [airline, seen[index]!]));
    },
  };
}

/** One change more, after everything: whoever has seen its cursor has seen all before it. */
async function sayTheLast(world: World, airline: AirlineWorld): Promise<void> {
  const { cursor } = (await command(world, airline, fileFlight(airline), `${airline.code}-last`, () => 0.5))!;
  airline.end = cursor;
  airline.ending.resolve();
}
