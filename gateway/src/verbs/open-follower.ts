import type { Follower } from '@jetbridge/projector';
import { EventCodec, Keyring, openStorage, PersonKeys } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';

/** What projecting the log takes, beside a product that may be serving from the same database. */
export async function openFollower({ databaseUrl, secrets }: Pick<Config, 'databaseUrl' | 'secrets'>): Promise<Follower & AsyncDisposable> {
  const { readModels } = await import('@jetbridge/projector');
  const storage = await openStorage(databaseUrl, { migrations: false });
  const codec = new EventCodec(new PersonKeys(new Keyring(secrets), storage.reader));
  return { storage, codec, projections: readModels, [Symbol.asyncDispose]: () => storage.close() };
}

/** Prints how far something is, at most once a second. */
export function progress(what: string): (done: number, total: number) => void {
  let printedAt = performance.now();
  return (done, total) => {
    if (performance.now() - printedAt < 1_000) return;
    printedAt = performance.now();
    console.log(`${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} events (${Math.floor((100 * done) / total)} %)`);
  };
}
