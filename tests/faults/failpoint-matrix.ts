import type { Failpoint } from '@jetbridge/schema/failpoints';
import type { Database } from '../../gateway/src/testing/product.ts';

export type Action = 'kill' | 'throw' | 'delay' | 'reset' | 'duplicate' | 'drop';

/** What a reset cuts: connections to the database, or those of the clients. */
export type Wires = 'database' | 'clients';

/** What a throw throws: what a database says that is away for a moment; otherwise something nobody has heard of. */
type Thrown = 'passing';

/** A strike that makes sense, and of what kind. Or why it makes none. */
type Cell = true | Thrown | Wires | { not: string };

const oneTransaction: Cell = { not: 'a batch is one transaction; append.before doubles its commands' };
const wakeUps: Cell = { not: 'the wake-ups are hint.appended and hint.projected' };
const withinTheProcess: Cell = { not: 'a call within the process: there is no connection (nats-bus.test.ts cuts the one to NATS)' };
const lostIfItFails: Cell = { not: 'telling is the last thing done: what fails there is a hint lost, which drop does' };
const silentLoss: Cell = { not: 'nothing loses it without an error: that would be a bug, and some are planted (planted-bugs.mjs)' };
const readAgain: Cell = { not: 'a batch that is not applied is read again; hint.appended loses its wake-up' };
const frameTwice: Cell = { not: 'writing a frame twice is a planted bug; deliver.before has the delivery twice' };

export const matrix: Record<Failpoint, Record<Action, Cell>> = {
  'append.before': { kill: true, throw: 'passing', delay: true, reset: 'database', duplicate: true, drop: silentLoss },
  'commit.before': { kill: true, throw: 'passing', delay: true, reset: 'database', duplicate: oneTransaction, drop: silentLoss },
  'commit.within': { kill: true, throw: 'passing', delay: true, reset: 'database', duplicate: oneTransaction, drop: silentLoss },
  'commit.after': { kill: true, throw: 'passing', delay: true, reset: 'clients', duplicate: oneTransaction, drop: silentLoss },
  'hint.appended': { kill: true, throw: lostIfItFails, delay: true, reset: withinTheProcess, duplicate: true, drop: true },
  'project.before': { kill: true, throw: true, delay: true, reset: 'database', duplicate: true, drop: readAgain },
  'checkpoint.before': { kill: true, throw: true, delay: true, reset: 'database', duplicate: oneTransaction, drop: silentLoss },
  'checkpoint.after': { kill: true, throw: true, delay: true, reset: 'database', duplicate: wakeUps, drop: wakeUps },
  'hint.projected': { kill: true, throw: lostIfItFails, delay: true, reset: withinTheProcess, duplicate: true, drop: true },
  'acknowledge.before': {
    kill: true,
    throw: 'passing',
    delay: true,
    reset: 'clients',
    duplicate: { not: 'there is one answer to one request; who lost it sends the command again, as after throw and reset' },
    drop: { not: 'an answer is lost with its connection: reset' },
  },
  'deliver.before': { kill: true, throw: true, delay: true, reset: 'database', duplicate: true, drop: silentLoss },
  'deliver.answer': { kill: true, throw: 'passing', delay: true, reset: 'database', duplicate: frameTwice, drop: silentLoss },
  'deliver.write': { kill: true, throw: 'passing', delay: true, reset: 'clients', duplicate: frameTwice, drop: silentLoss },
  'deliver.after': { kill: true, throw: true, delay: true, reset: 'clients', duplicate: wakeUps, drop: wakeUps },
};

export interface Strike {
  place: Failpoint;
  action: Action;
  /** Whom a reset cuts off. */
  cuts?: Wires;
  /** Of what is thrown. */
  code?: string;
}

/** Every strike that makes sense, in the order of the places. SQLite is a file: there is no connection to reset. */
export function strikesOn(database: Database): Strike[] {
  return (Object.entries(matrix) as [Failpoint, Record<Action, Cell>][]).flatMap(([place, row]) =>
    (Object.entries(row) as [Action, Cell][]).flatMap(([action, cell]): Strike[] => {
      if (cell === true) return [{ place, action }];
      if (cell === 'passing') return [{ place, action, code: 'ECONNRESET' }];
      if (typeof cell === 'object' || (cell === 'database' && database === 'sqlite')) return [];
      return [{ place, action, cuts: cell }];
    }),
  );
}
