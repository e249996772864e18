import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../context.ts';
import { buildApiSchema } from '../graphql/build-schema.ts';
import { OpenTopic } from '../graphql/changes.ts';
import { airlineTopic } from '../graphql/topics.ts';
import { ListeningOutlet } from '../testing/listening-outlet.ts';
import { type Product, startProduct } from '../testing/product.ts';
import { LiveHub } from './hub.ts';

const query = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor } }`;
const document = parse(query);
const farAhead = { sequence: 1_000, part: 0 }; // stored, as far as the hub knows, and not projected yet: they catch up until it is
const tooMany = { code: 'RATE_LIMITED', details: { retryAfterSeconds: 1 } };

let product: Product;
let hub: LiveHub;
beforeAll(async () => {
  product = await startProduct();
  hub = new LiveHub(product.services, await buildApiSchema(), { present: (errors) => errors, error: () => {} });
});
afterAll(async () => {
  hub.close();
  await product[Symbol.asyncDispose]();
});

const callerOf = (userId: string): Caller => ({
  userId,
  sessionId: `session of ${userId}`,
  apiKey: null,
  expiresAt: Number.MAX_SAFE_INTEGER,
});

/** Subscribes as graphql-ws does. */
function join(userId: string, airlineId: string) {
  const operation = hub.join({
    open: new OpenTopic(airlineTopic(airlineId), farAhead),
    operationId: '1',
    caller: callerOf(userId),
    outlet: new ListeningOutlet('all', 0, async () => {}),
    query,
    document,
  });
  void operation.next();
  return operation;
}

it('21 caps: lets a hundred subscriptions of a person catch up at a time, whatever the airlines, and the next when one has ended', async () => {
  const operations = Array.from({ length: 100 }, (_, n) => join('ann', `airline-${n % 3}`));
  expect(() => join('ann', 'airline-9')).toThrow(expect.objectContaining(tooMany));
  operations.push(join('ben', 'airline-1')); // others are not concerned
  await operations[0]!.return(undefined);
  operations.push(join('ann', 'airline-9'));
  expect(() => join('ann', 'airline-9')).toThrow(expect.objectContaining(tooMany));
  for (const operation of operations) await operation.return(undefined);
});

it('21 caps: lets ten thousand catch up in one airline, whoever they are, and others in others', async () => {
  const operations = Array.from({ length: 10_000 }, (_, n) => join(`user-${n % 200}`, 'full'));
  expect(() => join('somebody', 'full')).toThrow(expect.objectContaining(tooMany));
  operations.push(join('somebody', 'empty'));
  await operations[0]!.return(undefined);
  operations.push(join('somebody', 'full'));
  for (const operation of operations) await operation.return(undefined);
});
