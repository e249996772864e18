import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Statement } from './event-log.ts';
import { type Keyring, open, seal } from './keyring.ts';
import type { Sql } from './sql.ts';

export interface PersonKey {
  id: string;
  key: Buffer;
}

const knownForMs = 5_000; // how long another process may still read what was erased
const mostKnown = 10_000;

/** One data key per person, wrapped by the installation's key. Destroying the row makes every personal field in the log unreadable. */
export class PersonKeys {
  readonly #byId = new Map<string, { key: Buffer; until: number }>();
  readonly #keyring: Keyring;
  readonly #reader: Sql;

  constructor(keyring: Keyring, reader: Sql) {
    this.#keyring = keyring;
    this.#reader = reader;
  }

  /** A fresh key and the statement that stores it: to be committed with the first event that uses it. */
  create(personId: string): PersonKey & { statement: Statement } {
    const id = uuid();
    const key = randomBytes(32);
    const wrapped = seal(this.#keyring.current('person-key'), key, id);
    return {
      id,
      key,
      statement: { sql: 'insert into person_key (id, person_id, wrapped) values (?, ?, ?)', params: [id, personId, wrapped] },
    };
  }

  async ofPerson(personId: string): Promise<PersonKey | undefined> {
    const [row] = await this.#reader.all<{ id: string; wrapped: string }>('select id, wrapped from person_key where person_id = ?', [
      personId,
    ]);
    const key = row && this.#unwrap(row.id, row.wrapped);
    return key && { id: row.id, key };
  }

  /** Undefined when the key was destroyed. */
  async byId(id: string): Promise<Buffer | undefined> {
    const known = this.#byId.get(id);
    if (known && performance.now() < known.until) return known.key;
    this.#byId.delete(id);
    const [row] = await this.#reader.all<{ wrapped: string }>('select wrapped from person_key where id = ?', [id]);
    return row && this.#unwrap(id, row.wrapped);
  }

  /** At once, in this process: the row of somebody's key was destroyed. */
  forget(): void {
    this.#byId.clear();
  }

  #unwrap(id: string, wrapped: string): Buffer | undefined {
    for (const keyId of this.#keyring.ids('person-key')) {
      const key = open(this.#keyring.key('person-key', keyId)!, wrapped, id);
      if (!key) continue;
      if (this.#byId.size >= mostKnown) this.#byId.clear();
      this.#byId.set(id, { key, until: performance.now() + knownForMs });
      return key;
    }
    return undefined;
  }
}
