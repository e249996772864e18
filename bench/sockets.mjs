// What the socket benches share: servers in processes of their own (socket-servers.mjs), and clients that count frames.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AirlineChangesDocument } from '@jetbridge/schema';
import { print } from 'graphql';
import { WebSocket } from 'ws';

export const changesQuery = print(AirlineChangesDocument);
let heard = () => {};

/** As many sockets as asked for, or as many as a process may hold here. */
export function socketsAllowed(asked) {
  const limits = '/proc/self/limits';
  const files = existsSync(limits)
    ? Number(/^Max open files +(\d+)/m.exec(readFileSync(limits, 'utf8'))?.[1] ?? Number.MAX_VALUE)
    : asked * 2;
  const allowed = Math.min(asked, files - 200);
  if (allowed < asked) console.log(`Only ${files} files may be open (ulimit -n): ${allowed} sockets instead of ${asked}.`);
  return allowed;
}

/** A server, how to call it, and where it listens. Dies with us. */
export async function startSocketServer(role, given) {
  const child = fork(fileURLToPath(new URL('socket-servers.mjs', import.meta.url)), [role], {
    stdio: 'inherit',
    execArgv: ['--expose-gc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${role} ended with ${code}`);
  });
  ended.catch(() => {});
  const call = async (name, value) => {
    child.send({ name, value });
    return (await Promise.race([once(child, 'message'), ended]))[0];
  };
  return { role, process: child, call, ...(await call('start', given)) };
}

/** Opens `count` sockets, fifty at a time, each of a person of its own, all following the airline. */
export async function connect(server, count, idOf) {
  const tokens = server.role === 'ours' ? await server.call('tokens', count) : [];
  const clients = [];
  for (let n = 0; n < count; n += 50) {
    const some = Array.from({ length: Math.min(50, count - n) }, (_, index) => connectOne(server, tokens[n + index], idOf(n + index)));
    clients.push(...(await Promise.all(some)));
  }
  await after(500); // all of them follow
  return clients;
}

async function connectOne({ url, airlineId }, token, id) {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  const client = { socket, frames: 0, last: undefined };
  const refuse = (code, reason) => {
    throw new Error(`refused: ${code} ${reason}`);
  };
  socket.once('close', refuse);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} }));
  await once(socket, 'message');
  socket.off('close', refuse);
  socket.on('message', (data) => {
    client.frames++;
    client.last = data;
    heard();
  });
  socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: changesQuery, variables: { airlineId } } }));
  return client;
}

/** Resolves when frames came that make it true. */
export function until(condition) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('frames are missing')), 30_000);
    let soon = false;
    heard = () => {
      if (soon) return;
      soon = true;
      setImmediate(() => {
        soon = false;
        if (!condition()) return;
        clearTimeout(late);
        resolve();
      });
    };
    heard();
  });
}

/** What the product tells about one PIREP: the peers send the same. */
export async function sampleChange(ours) {
  const [client] = await connect(ours, 1, () => '1');
  await ours.call('change', 1);
  await until(() => client.frames === 1);
  client.socket.close();
  return { change: JSON.parse(String(client.last)).payload.data.airlineChanges, bytes: client.last.length };
}
