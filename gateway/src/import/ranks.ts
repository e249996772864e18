import { Rejected } from '@jetbridge/schema';
import { airlineStream } from '@jetbridge/schema/events';
import { airlineDecider } from '../airlines/airline.decider.ts';
import { numberIn } from './cells.ts';
import type { RankCells } from './phpvms-columns.ts';
import type { Told } from './report.ts';
import type { Target } from './target.ts';

/** The ranks of phpVMS, if the airline has none of its own. */
export async function bringRanks(target: Target, rows: readonly RankCells[]): Promise<Pick<Told, 'outcome' | 'id'>> {
  const { airlineId, services } = target;
  const { outcome } = await target.once('importRanks', { table: 'ranks', id: 'all' }, services.now(), async (streams) => {
    const { state, version } = await streams.load(airlineDecider, airlineId, airlineStream);
    if (state.airline!.ranks.length > 0)
      throw new Rejected('CONFLICT', 'The airline has ranks of its own; they stay as they are.', 'ranks');
    const ranks = rows.map(({ name, hours }) => ({ name, minimumHours: numberIn(hours, 'minimumHours', { zero: true }) ?? 0 }));
    if (ranks.length === 0) throw new Rejected('INVALID_INPUT', 'There is no rank in the file.', 'ranks');
    const events = airlineDecider.decide(state, { type: 'SetRanks', ranks });
    return { resultId: airlineId, writes: [{ tenant: airlineId, stream: airlineStream, expectedVersion: version, events }] };
  });
  return { outcome, id: airlineId };
}
