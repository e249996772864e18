import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { aFlight } from '@jetbridge/schema/testing';
import { expect, it } from 'vitest';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';

it.each(databases)('23 SSRF on %s: no user-given URL is fetched, wherever somebody writes one', async (database) => {
  let fetched = 0;
  const trap = createServer((_request, response) => {
    fetched++;
    response.end();
  });
  trap.listen(0, '127.0.0.1');
  await once(trap, 'listening');
  let connected = 0;
  trap.on('connection', () => connected++);
  const { port } = trap.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/x`;
  // Whom this process calls: itself in the place of a client, the mail server, and PostgreSQL where that is the database.
  const called = new Set<string>();
  const note = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.once('connect', () => called.add(`${socket.remoteAddress}:${socket.remotePort}`));
  };
  subscribe('net.client.socket', note);
  {
    await using product = await startProductWithMail({ database });
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    const token = await product.newPerson('maja@example.org', url.slice(0, 60));
    await product.joinAirline('maja@example.org', airlineId);
    await product.send('updateProfile', { displayName: `<img src=${url}>`.slice(0, 60) }, token);
    await product.send('requestEmailChange', { email: `a@127.0.0.1.example`, password }, token);
    await product.send('register', { email: `x@[127.0.0.1]:${port}.example`, displayName: `![](${url})`, password });
    const remarks = `<img src="${url}"> <link rel=stylesheet href="${url}"> ${url}`;
    const file = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
    expect((await product.ask(file, { input: aFlight({ airlineId, remarks, route: url }) }, { token })).codes).toEqual([]);
    await product.send('exportMyData', { password }, token);
    for (const header of ['origin', 'referer', 'x-forwarded-for', 'x-callback-url', 'x-forwarded-host']) {
      await fetch(`${product.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [header]: url },
        body: '{"query":"{ setup { needed } }"}',
      });
    }
    await product.mails.mail('a@127.0.0.1.example');
    const mailServer = new URL(product.mails.url).host;
    const ourselves = new URL(product.url).host;
    const expected = [mailServer, ourselves, ...(database === 'postgres' ? [new URL(product.services.config.databaseUrl).host] : [])];
    expect([...called].filter((address) => !expected.includes(address))).toEqual([]);
  }
  unsubscribe('net.client.socket', note);
  expect([fetched, connected]).toEqual([0, 0]);
  trap.close();
});
