import { type DomainEvent, type EventDefinition, type EventMetadata, eventDefinitions, type RecordedEvent } from '../events/index.ts';
import type { EncodedEvent, Statement, StoredEvent, StreamWrite } from './event-log.ts';
import { open, seal } from './keyring.ts';
import type { PersonKey, PersonKeys } from './person-keys.ts';

interface Sealed {
  sealed: string;
  key: string;
}

/** Between events as code knows them and events as the log keeps them: schema versions upcast, personal fields sealed. */
export class EventCodec {
  readonly #keys: PersonKeys;
  readonly #definitions: Readonly<Record<string, EventDefinition>>;

  constructor(keys: PersonKeys, definitions: Readonly<Record<string, EventDefinition>> = eventDefinitions) {
    this.#keys = keys;
    this.#definitions = definitions;
  }

  /** The write, and the statements that store keys of people the log meets for the first time. */
  async encode(
    place: Pick<StreamWrite, 'tenant' | 'stream' | 'expectedVersion'>,
    events: readonly DomainEvent[],
    metadata: EventMetadata,
    recordedAt: number,
  ): Promise<{ write: StreamWrite; statements: Statement[] }> {
    const statements: Statement[] = [];
    const created = new Map<string, PersonKey>();
    const keyOf = async (personId: string) => {
      const known = created.get(personId) ?? (await this.#keys.ofPerson(personId));
      if (known) return known;
      const { statement, ...fresh } = this.#keys.create(personId);
      statements.push(statement);
      created.set(personId, fresh);
      return fresh;
    };
    const encoded: EncodedEvent[] = [];
    for (const [index, event] of events.entries()) {
      const definition = this.#definition(event.type);
      const data: Record<string, unknown> = { ...event.data };
      if (definition.personal) {
        const { id, key } = await keyOf(String(data[definition.personal.subject]));
        for (const field of definition.personal.fields) {
          const about = aad(place.tenant, place.stream, place.expectedVersion + index + 1, field, id);
          if (data[field] != null) data[field] = { sealed: seal(key, String(data[field]), about), key: id } satisfies Sealed;
        }
      }
      encoded.push({ type: event.type, schemaVersion: definition.version, data: JSON.stringify(data), metadata, recordedAt });
    }
    return { write: { ...place, events: encoded }, statements };
  }

  /** Personal fields of an erased person read as null. */
  async decode(stored: StoredEvent): Promise<RecordedEvent> {
    const definition = this.#definition(stored.type);
    let data = JSON.parse(stored.data) as Record<string, unknown>;
    for (const field of definition.personal?.fields ?? []) {
      const value = data[field] as Sealed | null | undefined;
      if (!value) continue;
      const key = await this.#keys.byId(value.key);
      const about = aad(stored.tenant, stored.stream, stored.streamVersion, field, value.key);
      data[field] = (key && open(key, value.sealed, about)?.toString()) ?? null;
    }
    for (let version = stored.schemaVersion; version < definition.version; version++) {
      const upcast = definition.upcasts?.[version];
      if (!upcast) throw new Error(`${stored.type} has no upcast from version ${version}`);
      data = upcast(data);
    }
    const { tenant, sequence, stream, streamVersion, type, metadata, recordedAt } = stored;
    return { tenant, sequence, stream, streamVersion, type, data, metadata, recordedAt };
  }

  #definition(type: string): EventDefinition {
    const definition = this.#definitions[type];
    if (!definition) throw new Error(`unknown event type ${type}: the log was written by a newer version`);
    return definition;
  }
}

function aad(tenant: string, stream: string, version: number, field: string, keyId: string): string {
  return `${tenant}|${stream}|${version}|${field}|${keyId}`;
}
