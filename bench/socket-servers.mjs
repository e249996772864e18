// The servers the socket benches compare, each in a process of its own: the whole product on SQLite; graphql-ws as it comes, executing per
// subscriber on the same schema with every value at hand; and `ws` with nothing on top. Calls come as messages, one answer each (sockets.mjs).
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { readConfig } from '@jetbridge/gateway/dist/config.js';
import { openServices } from '@jetbridge/gateway/dist/context.js';
import { startServer } from '@jetbridge/gateway/dist/server.js';
import { startProjector } from '@jetbridge/projector';
import { aNumberedFlight } from '@jetbridge/schema/testing';
import { buildSchema } from 'graphql';
import { WebSocketServer } from 'ws';
import { fillWithPeople } from './people.mjs';

const roles = { ours, 'graphql-ws': graphqlWs, ws: bareWs };
const calls = {
  ...roles[process.argv[2]](),
  /** µs used so far. */
  cpu: () => process.cpuUsage(),
  /** Bytes, after collecting what can be; the process needs --expose-gc. */
  memory: async () => {
    for (let n = 0; n < 5; n++) {
      globalThis.gc();
      await after(100);
    }
    return process.memoryUsage();
  },
};
process.on('message', async ({ name, value }) => process.send((await calls[name](value)) ?? null));
process.on('disconnect', () => process.exit());

/** On the data directory of an earlier process, it goes on with the people there. */
function ours() {
  let services;
  let url;
  let airlineId;
  let flights = 0;
  const tokens = async (count) => {
    const people = await services.storage.reader.all('select id, user_id from session order by created_at limit ?', [count]);
    return people.map(({ id, user_id }) => services.accessTokens.issue(user_id, id, Date.now()).token);
  };
  const query = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }';
  const file = async (authorization) => {
    const input = aNumberedFlight(flights++, { airlineId });
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input } }) });
    const { errors } = await answer.json();
    if (errors) throw new Error(JSON.stringify(errors));
  };
  return {
    start: async ({ dataDir, people, port = 0 }) => {
      services = await openServices(readConfig({ dataDir, port: String(port) }, { JETBRIDGE_LOG_LEVEL: 'error' }));
      await startProjector(services);
      const [known] = await services.storage.reader.all('select id from rm_airline');
      [{ flights }] = await services.storage.reader.all('select count(*) as flights from rm_pirep'); // goes on numbering where that one was
      airlineId = known?.id ?? (await fillWithPeople(services, people));
      ({ url } = await startServer(services));
      return { url: `${url.replace('http', 'ws')}/graphql`, airlineId };
    },
    tokens,
    /** So many PIREPs at once, over HTTP. */
    change: async (size) => {
      const [token] = await tokens(1);
      await Promise.all(Array.from({ length: size }, () => file(`Bearer ${token}`)));
    },
  };
}

function graphqlWs() {
  const followers = new Set();
  let change;
  /** One queue per subscriber, as a pub/sub of any library gives. */
  const follow = () => {
    const queue = [];
    let waiting;
    const tell = (event) => {
      const value = { airlineChanges: event };
      if (waiting) waiting({ done: false, value });
      else queue.push(value);
      waiting = undefined;
    };
    followers.add(tell);
    return {
      next: () =>
        queue.length > 0 ? Promise.resolve({ done: false, value: queue.shift() }) : new Promise((resolve) => (waiting = resolve)),
      return: async () => {
        followers.delete(tell);
        waiting?.({ done: true });
        return { done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };
  return {
    start: async (given) => {
      change = given.change;
      const { useServer } = await import('../gateway/node_modules/graphql-ws/dist/use/ws.js');
      const schema = buildSchema(await readFile(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));
      schema.getSubscriptionType().getFields().airlineChanges.subscribe = follow;
      const http = createServer().listen(0, '127.0.0.1');
      await once(http, 'listening');
      useServer({ schema }, new WebSocketServer({ server: http, path: '/graphql' }));
      return { url: `ws://127.0.0.1:${http.address().port}/graphql`, airlineId: 'any' };
    },
    change: (size) => {
      for (let n = 0; n < size; n++) for (const tell of followers) tell(change);
    },
  };
}

/** Answers the first message, so that a client of the others is content; sends everybody the same bytes. */
function bareWs() {
  let server;
  let frame;
  return {
    start: async ({ change }) => {
      frame = JSON.stringify({ id: '1', type: 'next', payload: { data: { airlineChanges: change } } });
      const http = createServer().listen(0, '127.0.0.1');
      await once(http, 'listening');
      server = new WebSocketServer({ server: http, path: '/graphql' });
      server.on('connection', (socket) => {
        let greeted = false;
        socket.on('message', () => {
          if (!greeted) socket.send('{"type":"connection_ack"}');
          greeted = true;
        });
      });
      return { url: `ws://127.0.0.1:${http.address().port}/graphql`, airlineId: 'any' };
    },
    change: (size) => {
      for (let n = 0; n < size; n++) for (const socket of server.clients) socket.send(frame);
    },
  };
}
