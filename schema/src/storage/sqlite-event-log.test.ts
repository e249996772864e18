import { expect, it } from 'vitest';
import { openTestStorage } from '../testing/index.ts';
import { describeEventLog } from './event-log.features.ts';

describeEventLog('SQLite', openTestStorage);

it('is durable: write-ahead log, full synchronisation', async () => {
  await using test = await openTestStorage();
  // The writer's setting is what counts; the reader sees the journal mode of the file.
  const [mode] = await test.storage.reader.all<{ journal_mode: string }>('pragma journal_mode');
  expect(mode?.journal_mode).toBe('wal');
  const synchronous = await test.storage.transaction((sql) => sql.all<{ synchronous: number }>('pragma synchronous'));
  expect(synchronous).toEqual([{ synchronous: 2 }]);
});
