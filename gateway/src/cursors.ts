import { createHmac, type KeyObject } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import { type Keyring, sameSecret } from '@jetbridge/schema/storage';

const macLength = 16; // characters of base64url: 96 bits

/** Places in a list or a history, handed to clients: opaque, tamper-proof, and good only in the scope they were made for. */
export class Cursors {
  readonly #keyring: Keyring;

  /** @param history the database's own: its places are not continued in another */
  constructor(
    keyring: Keyring,
    readonly history: string,
  ) {
    this.#keyring = keyring;
  }

  seal(scope: string, place: string): string {
    return Buffer.from(`${this.#mac(this.#keyring.signing('cursor')[0]!.key, scope, place)}${place}`).toString('base64url');
  }

  /** Refuses nonsense as INVALID_INPUT, and a cursor from elsewhere as NOT_FOUND. */
  open(scope: string, cursor: string, field = 'after'): string {
    const text = Buffer.from(cursor, 'base64url').toString();
    const [mac, place] = [text.slice(0, macLength), text.slice(macLength)];
    if (!/^[\w-]{16}$/.test(mac) || place.length === 0) throw new Rejected('INVALID_INPUT', 'This is not a cursor.', field);
    for (const { key } of this.#keyring.signing('cursor')) if (sameSecret(mac, this.#mac(key, scope, place))) return place;
    throw new Rejected('NOT_FOUND', 'This cursor does not belong here.', field);
  }

  #mac(key: KeyObject, scope: string, place: string): string {
    return createHmac('sha256', key).update(`${scope}|${place}`).digest('base64url').slice(0, macLength);
  }
}

/**
 * A place in a history, of a tenant or of a stream: everything up to `sequence`, and of the event after it the first `part` changes. `{ sequence: 7, part: 0 }`
 * stands after event 7 and before any change of event 8.
 */
export interface Position {
  sequence: number;
  part: number;
}

/**
 * Goes up with every change to what events there are changes for (`touches` in changes.ts): a `part` counted by one table means something
 * else in another, so cursors of other versions are not continued.
 */
export const historyVersion = 3;

/** @param history the tenant, or the key of the topic */
export function historyCursor(cursors: Cursors, history: string, { sequence, part }: Position): string {
  return cursors.seal(`history|${history}`, `${versionOf(cursors)}:${part === 0 ? sequence : `${sequence}.${part}`}`);
}

/** Undefined for a genuine cursor of another version, or of the history before a restore. */
export function openHistoryCursor(cursors: Cursors, history: string, cursor: string): Position | undefined {
  const [version, place] = cursors.open(`history|${history}`, cursor).split(':');
  if (version !== versionOf(cursors) || place === undefined) return undefined;
  const [sequence = 0, part = 0] = place.split('.').map(Number);
  return { sequence, part };
}

function versionOf({ history }: Cursors): string {
  return `${historyVersion}${history}`;
}

/** Whether `a` stands before `b`. */
export function isBefore(a: Position, b: Position): boolean {
  return a.sequence < b.sequence || (a.sequence === b.sequence && a.part < b.part);
}
