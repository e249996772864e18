import type { EntityName } from '@mikro-orm/core';
import { expect, it } from 'vitest';
import { openTestStorage } from '../testing/index.ts';
import { entities, tableOf } from './index.ts';

it('creates for each entity a table with exactly its columns', async () => {
  await using test = await openTestStorage();
  for (const entity of entities) {
    const { name, columns } = tableOf(test.storage.em(), entity as EntityName<object>);
    const found = await test.storage.reader.all<{ name: string }>(`pragma table_info(${name})`);
    expect(found.map((column) => column.name).sort(), name).toEqual(columns.map(({ column }) => column).sort());
  }
});
