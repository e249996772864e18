import { closeCodes, type MemberRole } from '@jetbridge/schema';
import { aFlight } from '@jetbridge/schema/testing';
import { CloseCode } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import { historyCursor } from '../cursors.ts';
import { type Database, databases, startProduct } from '../testing/product.ts';
import { type Message, openSocket } from '../testing/raw-socket.ts';

const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id } } }`;
const acceptPirep = `mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { cursor } }`;
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous kind id } }`;

async function open(database: Database) {
  const product = await startProduct({ database });
  const admin = await product.setUp();
  const airlineId = await product.createAirline(admin, 'NAX');
  const person = (name: string, role: MemberRole = 'PILOT') => product.person(name, { airlineId, role });
  let filed = 0;
  const file = async (flightNumber = `${++filed}A`, remarks?: string) => {
    const input = aFlight({ airlineId, flightNumber, ...(remarks && { remarks }) });
    const { data } = await product.ask(filePirep, { input }, { token: admin });
    return data.filePirep as { cursor: string; pirep: { id: string } };
  };
  const accept = (id: string) => product.ask(acceptPirep, { id }, { token: admin });
  const cursor = async () => (await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token: admin })).data.airline.cursor as string;
  const socket = (token: string) => openSocket(product.url, token);
  const { services } = product;
  return {
    product,
    services,
    admin,
    airlineId,
    person,
    file,
    accept,
    cursor,
    socket,
    [Symbol.asyncDispose]: () => product[Symbol.asyncDispose](),
  };
}

const cursorsIn = (messages: Message[]) =>
  messages.filter(({ type }) => type === 'next').map(({ payload }) => payload.data.airlineChanges.cursor);

describe.each(databases)('the live hub on %s', (database) => {
  it('tells 200 sockets that join anywhere, while things happen, exactly what follows their cursor', async () => {
    await using world = await open(database);
    const tokens = [world.admin, ...(await Promise.all(['ann', 'ben', 'cat', 'dan'].map((name) => world.person(name))))];
    const start = await world.cursor();
    const whole = await world.socket(world.admin);
    whole.subscribe('whole', changes, { id: world.airlineId, after: start });

    let busy = true;
    const happening = (async () => {
      for (let n = 0; busy; n++) {
        const { pirep } = await world.file(String(n));
        if (n % 3 === 0) await world.accept(pirep.id);
      }
    })();
    await whole.until(({ length }) => length > 20);
    const sockets = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const seen = [start, ...cursorsIn(whole.of('whole'))];
        const after = seen[(index * 7919) % seen.length]!;
        const socket = await world.socket(tokens[index % tokens.length]!);
        const id = index % 2 === 0 ? '1' : `own-${index}`;
        socket.subscribe(id, changes, { id: world.airlineId, after });
        return { socket, id, after };
      }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    busy = false;
    await happening;
    const last = await world.cursor();
    const arrived = (messages: Message[]) => messages.at(-1)?.payload?.data?.airlineChanges.cursor === last;
    await whole.until(arrived);
    const log = [start, ...cursorsIn(whole.of('whole'))];
    expect(whole.of('whole').map(({ payload }) => payload.data.airlineChanges.previous)).toEqual(log.slice(0, -1));
    for (const { socket, id, after } of sockets) {
      if (after !== last) await socket.until(arrived);
      expect(cursorsIn(socket.of(id))).toEqual(log.slice(log.indexOf(after) + 1));
    }
  });

  it('writes valid messages for any operation id, several on one socket, beside everything else the protocol does', async () => {
    await using world = await open(database);
    const socket = await world.socket(world.admin);
    const ids = ['1', '"', '\\"}{', 'é 航空 🛩', '\u0000\u2028', 'x'.repeat(70_000), 'y'.repeat(60), `${'z'.repeat(126)}`];
    const after = await world.cursor();
    for (const id of ids) socket.subscribe(id, changes, { id: world.airlineId, after });
    socket.subscribe('query', '{ setup { needed } }');
    const [first, second] = [await world.file('1'), await world.file('2')];
    await socket.until(() => ids.every((id) => cursorsIn(socket.of(id)).length === 2));
    for (const id of ids) expect(cursorsIn(socket.of(id))).toEqual([first.cursor, second.cursor]);
    expect(socket.of('query').map(({ type }) => type)).toEqual(['next', 'complete']);

    socket.complete('1');
    socket.ping();
    await socket.until((messages) => messages.some(({ type }) => type === 'pong'));
    await world.file('3');
    await socket.until(() => cursorsIn(socket.of('"')).length === 3);
    expect(cursorsIn(socket.of('1'))).toHaveLength(2);
    socket.subscribe('1', changes, { id: world.airlineId, after: second.cursor }); // the id is free again
    await socket.until(() => cursorsIn(socket.of('1')).length === 3);
    expect(socket.of('1').every(({ type }) => type === 'next')).toBe(true);
    await socket.close();
  });

  it('answers nobody with what is meant for another', async () => {
    await using world = await open(database);
    const personal = `subscription ($id: ID!) { airlineChanges(airlineId: $id) { actor { displayName email } node { ... on Pirep { airline { me { user { displayName } } } } } } }`;
    const tokens = [world.admin, await world.person('ann'), await world.person('ben'), await world.person('cat', 'STAFF')];
    const sockets = await Promise.all(tokens.map(world.socket));
    for (const socket of sockets) socket.subscribe('1', personal, { id: world.airlineId });
    for (const socket of sockets) socket.subscribe('sync', '{ setup { needed } }');
    for (const socket of sockets) await socket.until(() => socket.of('sync').length === 2);
    for (let round = 1; round <= 2; round++) {
      await world.file(String(round));
      for (const socket of sockets) await socket.until(() => socket.of('1').length === round);
      const seen = sockets.map((socket) => socket.of('1').at(-1)!.payload);
      expect(seen.map(({ data }) => data.airlineChanges.node.airline.me.user.displayName)).toEqual(['Ada Admin', 'ann', 'ben', 'cat']);
      expect(seen.map(({ data }) => data.airlineChanges.actor?.email ?? null)).toEqual(['admin@example.org', null, null, null]);
      expect(seen.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([undefined, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    }
  });

  it('tells nothing more to whom the airline or the session is closed, and goes on telling the others', async () => {
    await using world = await open(database);
    const tokens = { stays: world.admin, removed: await world.person('ann'), signsOut: await world.person('ben') };
    const [stays, removed, signsOut] = await Promise.all(Object.values(tokens).map(world.socket));
    const after = await world.cursor();
    for (const socket of [stays!, removed!, signsOut!]) socket.subscribe('1', changes, { id: world.airlineId, after });
    await world.file('1');
    for (const socket of [stays!, removed!, signsOut!]) await socket.until(() => socket.of('1').length === 1);

    await world.product.ask('mutation { signOut { ok } }', {}, { token: tokens.signsOut });
    // No mutation removes a member yet: what the projection of one would do.
    await world.services.storage.transaction((sql) =>
      sql.run(`delete from rm_member where user_id in (select id from rm_user where display_name = 'ann')`),
    );
    await world.file('2');
    await stays!.until(() => stays!.of('1').length === 2);
    await removed!.until(() => removed!.of('1').length === 2);
    expect(removed!.of('1')[1]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await signsOut!.closed).toBe(CloseCode.Forbidden); // with the session goes what it opened
    await world.file('3');
    await stays!.until(() => stays!.of('1').length === 3);
    expect(removed!.of('1')).toHaveLength(2);
    expect(signsOut!.of('1').filter(({ type }) => type === 'next')).toHaveLength(1);
  });

  it('closes a socket that is not read, keeps telling the others, and lets it go on from its cursor', async () => {
    await using world = await open(database);
    const large = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous node { ... on Pirep { ${Array.from({ length: 20 }, (_, n) => `r${n}: remarks`).join(' ')} } } } }`;
    const [slow, quick] = [await world.socket(await world.person('ann')), await world.socket(world.admin)];
    const after = await world.cursor();
    const ids = Array.from({ length: 50 }, (_, n) => String(n));
    for (const id of ids) slow.subscribe(id, large, { id: world.airlineId, after });
    quick.subscribe('1', large, { id: world.airlineId, after });
    await world.file('0');
    await slow.until(() => ids.every((id) => slow.of(id).length === 1));
    slow.socket.pause();
    for (let n = 1; n <= 8; n++) await world.file(String(n), 'r'.repeat(2_000)); // 50 × 40 kB each: more than the kernel keeps for one
    await quick.until(() => quick.of('1').length === 9);
    slow.socket.resume();
    expect(await slow.closed).toBe(closeCodes.SLOW_READER);
    const log = cursorsIn(quick.of('1'));
    const seen = cursorsIn(slow.of('0'));
    expect(seen).toEqual(log.slice(0, seen.length));
    expect(seen.length).toBeLessThan(log.length);
    const back = await world.socket(world.admin);
    back.subscribe('1', large, { id: world.airlineId, after: seen.at(-1) });
    await back.until(() => back.of('1').length === log.length - seen.length);
    expect(cursorsIn(back.of('1'))).toEqual(log.slice(seen.length));
  });

  it('asks a client to read again, once, when its cursor cannot be continued', async () => {
    await using world = await open(database);
    const { cursors } = world.services;
    const scope = `history|${world.airlineId}`;
    const unknown = {
      'of another version of the changes': cursors.seal(scope, '0:1'),
      'without a version': cursors.seal(scope, '1.1'),
      'beyond the log': historyCursor(cursors, world.airlineId, { sequence: 99, part: 0 }),
    };
    const socket = await world.socket(world.admin);
    for (const [why, after] of Object.entries(unknown)) {
      socket.subscribe(why, changes, { id: world.airlineId, after });
      await socket.until(() => socket.of(why).length === 1);
      const resync = socket.of(why)[0]!.payload.data.airlineChanges;
      expect(resync).toEqual({ kind: 'RESYNC', id: null, previous: null, cursor: await world.cursor() });
      const { cursor } = await world.file();
      await socket.until(() => socket.of(why).length === 2);
      expect(socket.of(why)[1]!.payload.data.airlineChanges).toMatchObject({ previous: resync.cursor, cursor });
    }
  });

  it('bounds sockets per account and operations per socket, and says so', async () => {
    await using world = await open(database);
    const sockets = await Promise.all(Array.from({ length: 50 }, () => world.socket(world.admin)));
    expect(sockets.every(({ messages }) => messages[0]?.type === 'connection_ack')).toBe(true);
    expect(await (await world.socket(world.admin)).closed).toBe(closeCodes.TOO_MANY_SOCKETS);
    await sockets[0]!.close();
    const socket = await world.socket(world.admin);
    expect(socket.messages[0]?.type).toBe('connection_ack');
    for (let n = 0; n <= 50; n++) socket.subscribe(String(n), changes, { id: world.airlineId });
    await socket.until(() => socket.of('50').length === 1);
    expect(socket.of('50')[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'TOO_COMPLEX' } }] });
  });
});
