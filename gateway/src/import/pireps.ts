import { Rejected, type WeightUnit } from '@jetbridge/schema';
import { fold, type PirepEvent } from '@jetbridge/schema/events';
import { StatementRefused } from '@jetbridge/schema/storage';
import type { Decision, Streams } from '../commands.ts';
import { airportsOf, type Claim, decidePirep, standingFlight } from '../pireps/filing.ts';
import { type AutoAcceptRules, type PirepCommand, pirepDecider } from '../pireps/pirep.decider.ts';
import { type Aircraft, flightOf, type ImportedFlight, type Verdict } from './flights.ts';
import type { PirepCells } from './phpvms-columns.ts';
import type { Pilots } from './pilots.ts';
import type { Told } from './report.ts';
import type { Target } from './target.ts';

const byHand: AutoAcceptRules = { autoAccept: 'OFF', landingRateLimitFpm: null, autoAcceptNetworks: [] };
const by = { reviewer: { memberId: null, role: null }, ownReview: 'ANY' } as const;
const reviews: Record<Verdict, PirepCommand | undefined> = {
  PENDING: undefined,
  ACCEPTED: { type: 'Accept', ...by },
  REJECTED: { type: 'Reject', ...by, reason: 'Imported as rejected.' },
};

/** PIREPs of phpVMS: filed when they were, and reviewed as they were. */
export class Pireps {
  /** In a dry run no flight stands in the database: those of the file, by pilot, number and airports. */
  readonly #wouldStand = new Map<string, Claim[]>();

  constructor(
    private readonly target: Target,
    private readonly pilots: Pilots,
    private readonly aircraftById: ReadonlyMap<string, Aircraft>,
    private readonly fuelUnit: WeightUnit,
  ) {}

  async bring(cells: PirepCells): Promise<Pick<Told, 'outcome' | 'id'>> {
    const now = this.target.services.now();
    const flight = orRefusal(() => flightOf(cells, this.aircraftById, this.fuelUnit, now));
    let claim: Claim | undefined;
    try {
      // Refused only where it is not in already: the aircraft may be missing from the folder this time.
      const filedAt = flight instanceof Rejected ? now : flight.filedAt;
      const { resultId, outcome } = await this.target.once('importPirep', { table: 'pireps', id: cells.id }, filedAt, async (streams) => {
        if (flight instanceof Rejected) throw flight;
        const made = await this.#filing(streams, cells, flight);
        claim = made.claim;
        return made.decision;
      });
      return { outcome, id: resultId };
    } catch (error) {
      if (claim && error instanceof StatementRefused) await this.#refuseStanding(claim);
      throw error;
    }
  }

  async #filing(streams: Streams, cells: PirepCells, flight: ImportedFlight): Promise<{ decision: Decision; claim: Claim | undefined }> {
    const { target } = this;
    const { input, filedAt, verdict } = flight;
    const memberId = await this.pilots.memberOf(cells.pilot);
    if (!memberId) throw new Rejected('INVALID_INPUT', `Pilot ${cells.pilot.slice(0, 40)} of phpVMS was not imported.`, 'pilot');
    const pirepId = target.idOf('pirep', cells.id);
    const file = { type: 'File', pirepId, memberId, input, rules: byHand, airports: airportsOf(input), now: filedAt } as const;
    const filed = await decidePirep(streams, { airlineId: target.airlineId, pirepId, command: file });
    const [write] = filed.writes;
    const review = reviews[verdict];
    const reviewed = review ? pirepDecider.decide(fold(pirepDecider, write!.events as PirepEvent[]), review) : [];
    // A rejected flight does not stand: another like it may have been filed, before or after.
    const stands = verdict !== 'REJECTED';
    if (stands && target.dryRun) await this.#wouldClaim(filed.claim!);
    const writes = [{ ...write!, events: [...write!.events, ...reviewed] }];
    return { decision: { resultId: pirepId, writes, statements: stands ? filed.statements : [] }, claim: filed.claim };
  }

  async #refuseStanding(claim: Claim): Promise<void> {
    const standing = await standingFlight(this.target.services.storage.reader, claim);
    if (standing) throw sameFlight(standing);
  }

  async #wouldClaim(claim: Claim): Promise<void> {
    await this.#refuseStanding(claim);
    const { memberId, flight } = claim;
    const key = [memberId, flight.flightNumber, flight.departure, flight.arrival].join(' ');
    const standing = this.#wouldStand.get(key) ?? [];
    const same = standing.find((other) => other.flight.onBlockAt > flight.offBlockAt && other.flight.offBlockAt < flight.onBlockAt);
    if (same) throw sameFlight(same.pirepId);
    this.#wouldStand.set(key, [...standing, claim]);
  }
}

function sameFlight(pirepId: string): Rejected {
  return new Rejected('CONFLICT', `The pilot has this flight already, as PIREP ${pirepId}.`, 'flightNumber');
}

function orRefusal<T>(made: () => T): T | Rejected {
  try {
    return made();
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
}
