import { createHash } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import { airlineStream, directoryStream, platformTenant } from '@jetbridge/schema/events';
import { airlineDecider, directoryDecider } from '../airlines/airline.decider.ts';
import { type Command, Streams } from '../commands.ts';
import type { Services } from '../context.ts';

/** Ids of phpVMS have at most 36 characters. */
export const sourceIdLength = 40;

/**
 * The airline that is imported into. Each row of the source is one command whose id follows from airline, table and the row's own id. So a row
 * goes in once, wholly or not at all, however often an import is begun, and wherever it was killed.
 */
export class Target {
  readonly streams: Streams;

  private constructor(
    readonly services: Services,
    readonly airlineId: string,
    readonly code: string,
    readonly dryRun: boolean,
  ) {
    this.streams = new Streams(services.storage.log, services.codec);
  }

  /** Refuses an airline that is not there, or stands still. */
  static async open(services: Services, code: string, dryRun: boolean): Promise<Target> {
    const streams = new Streams(services.storage.log, services.codec);
    const listed = await streams.load(directoryDecider, platformTenant, directoryStream(code));
    const { airlineId } = listed.state;
    if (!airlineId) throw new Rejected('NOT_FOUND', `There is no airline ${code}. Create it first.`);
    const { state } = await streams.load(airlineDecider, airlineId, airlineStream);
    if (state.airline?.state !== 'ACTIVE') {
      throw new Rejected('FORBIDDEN', `The airline ${code} is suspended or closed: reinstate it first.`);
    }
    return new Target(services, airlineId, code, dryRun);
  }

  /** What becomes of a row the first time; later it is there, and `decide` is not asked. In a dry run it decides, and nothing is written. */
  async once(
    operation: string,
    row: { table: string; id: string },
    now: number,
    decide: Command['decide'],
  ): Promise<{ resultId: string; outcome: 'created' | 'exists' }> {
    const commandId = this.#commandId(row.table, row.id);
    if (this.dryRun) {
      const before = await this.services.commands.resultOf(null, commandId);
      if (before !== undefined) return { resultId: before, outcome: 'exists' };
      return { resultId: (await decide(this.streams)).resultId, outcome: 'created' };
    }
    let decided = false;
    const { resultId } = await this.services.commands.run({
      ...{ operation, actorId: null, commandId, input: row, now, readable: false },
      decide: (streams) => {
        decided = true;
        return decide(streams);
      },
    });
    return { resultId, outcome: decided ? 'created' : 'exists' };
  }

  /** What the row was made into, if it was imported before. */
  async resultOf(table: string, id: string): Promise<string | undefined> {
    return this.services.commands.resultOf(null, this.#commandId(table, id));
  }

  /** The same row has the same id each time, in the form of a UUID. */
  idOf(kind: string, sourceId: string): string {
    const hex = createHash('sha256').update(`jetbridge phpvms ${this.airlineId} ${kind} ${sourceId}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #commandId(table: string, id: string): string {
    if (!id || id.length > sourceIdLength) throw new Rejected('INVALID_INPUT', 'This row has no id, or one that is too long.', 'id');
    return `phpvms ${this.code} ${table} ${id}`;
  }
}
