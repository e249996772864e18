import { aFlight } from '@jetbridge/schema/testing';
import { connectTo } from '../../gateway/src/testing/client.ts';
import type { Journal } from './journal.ts';

/** Where the product is now: a restart moves it. `up` resolves when there is somebody to ask. */
export interface Target {
  url: string;
  up: Promise<void>;
}

export interface World {
  target: Target;
  token: string;
  airlineId: string;
  journal: Journal;
  stopped: boolean;
}

const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id } } }`;
const acceptPirep = `mutation ($input: PirepInput!) { acceptPirep(input: $input) { cursor } }`;
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous kind id } }`;

/** Files and accepts until the world stops. A command whose answer was lost is sent again under its id until it is answered. */
export async function runWriter(world: World, name: string, random: () => number): Promise<void> {
  const pending: string[] = [];
  for (let n = 1; !world.stopped; n++) {
    const commandId = `${name}-${n}`;
    const accepting = pending.length > 0 && random() < 0.4 ? pending.splice(Math.floor(random() * pending.length), 1)[0] : undefined;
    const [query, input] = accepting
      ? [acceptPirep, { pirepId: accepting, commandId }]
      : [filePirep, { ...aFlight({ airlineId: world.airlineId, flightNumber: String((n % 9_999) + 1) }), commandId }];
    const entry = world.journal.send(commandId);
    while (entry.outcome === undefined) {
      await world.target.up;
      try {
        const { data, codes } = await connectTo(world.target.url).ask(query, { input }, { token: world.token });
        if (codes.length === 0) {
          if (data.filePirep) pending.push(data.filePirep.pirep.id);
          world.journal.answer(entry, 'stored');
        } else if (codes.includes('CONFLICT')) {
          world.journal.answer(entry, 'refused');
        } else if (!codes.every((code) => code === 'PROJECTION_LAGGING' || code === 'UNAVAILABLE' || code === 'INTERNAL')) {
          throw new Error(`unexpected answer: ${codes.join()}`);
        }
      } catch (error) {
        if (!isConnectionError(error)) throw error;
      }
    }
  }
}

export interface Frame {
  cursor: string;
  previous: string;
  kind: string;
  id: string;
}

/** Follows the airline from `start` through every break, keeping each frame; ends when it has seen the cursor `until` answers. */
export async function runSubscriber(world: World, start: string, until: () => string | undefined): Promise<Frame[]> {
  const frames: Frame[] = [];
  let cursor = start;
  while (cursor !== until()) {
    await world.target.up;
    const live = connectTo(world.target.url).subscribe(changes, { id: world.airlineId, after: cursor }, world.token);
    try {
      while (cursor !== until()) {
        const answer = await live.next();
        if (!answer) break;
        if (answer.errors) throw new Error(JSON.stringify(answer.errors));
        const frame = answer.data.airlineChanges as Frame;
        frames.push(frame);
        cursor = frame.cursor;
      }
    } catch (error) {
      if (!isConnectionError(error)) throw error;
    } finally {
      await live.close().catch(() => {});
    }
  }
  return frames;
}

/** A broken fetch, a closed socket: what a kill looks like from outside. */
function isConnectionError(error: unknown): boolean {
  if (typeof error === 'object' && error !== null && 'code' in error && 'reason' in error) return (error as { code: number }).code !== 4403;
  return error instanceof TypeError || error instanceof SyntaxError || /ECONN|socket hang up|fetch failed|terminated/.test(String(error));
}
