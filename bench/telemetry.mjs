// What being seen from outside costs: server CPU per request, with traces (10 %), metrics and logs sent to a receiver, against a product that
// sends nothing. A second one that sends nothing shows how far two of the same differ on this machine.
// Usage: node bench/telemetry.mjs [--full]
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ViewerDocument } from '@jetbridge/schema';
import { aNumberedFlight } from '@jetbridge/schema/testing';
import { print } from 'graphql';
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';
import { cpuMsOf, post, startEmbedded } from './product.mjs';

const { full } = argumentsOf();
const rounds = full ? 15 : 7;
const [queries, commands, atOnce] = [600, 150, 8]; // in a round
const viewer = print(ViewerDocument);
const filePirep = 'mutation FilePirep($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }';
let flights = 0;

await inDirectory(async (folder) => {
  let [messages, bytes] = [0, 0];
  const receiver = createServer((request, response) => {
    messages++;
    request.on('data', (chunk) => {
      bytes += chunk.length;
    });
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const sending = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${receiver.address().port}`, OTEL_TRACES_SAMPLER_ARG: '0.1' };
  const start = async (name, env) => {
    await mkdir(join(folder, name));
    return startEmbedded(join(folder, name), undefined, { JETBRIDGE_LOG_LEVEL: 'info', ...env }); // as by default: a line for each request
  };
  const running = { off: await start('off', {}), 'off, another': await start('another', {}), on: await start('on', sending) };
  const kinds = { query: [queries, query], 'filed PIREP': [commands, file] };
  const results = {};
  const table = [];
  for (const [name, [count, send]] of Object.entries(kinds)) {
    for (const product of Object.values(running)) await costOf(product, count, send); // warm
    const figures = await inTurn(running, rounds, (product) => costOf(product, count, send));
    results[name] = figures;
    const ms = Object.fromEntries(Object.entries(figures).map(([who, list]) => [`${who}, ms`, Number(median(list).toFixed(3))]));
    table.push({ name, ...ms, 'on / off': ratio(figures, 'on', 'off'), 'another / off': ratio(figures, 'off, another', 'off') });
  }
  for (const { end } of Object.values(running)) await end();
  receiver.closeAllConnections();
  receiver.close();
  console.log(
    `Telemetry: server CPU per request, median of ${rounds} rounds; the receiver got ${messages} messages, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  console.table(table);
  await save('telemetry', { rounds, results, messages, bytes });
});

async function costOf(product, count, send) {
  const before = cpuMsOf(product.pids);
  let left = count;
  const worker = async () => {
    while (left-- > 0) await send(product);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (cpuMsOf(product.pids) - before) / count;
}

function query({ urls: [url], token }) {
  return post(url, { query: viewer, operationName: 'Viewer' }, token);
}

function file({ urls: [url], token, airlineId }) {
  return post(url, { query: filePirep, variables: { input: aNumberedFlight(flights++, { airlineId }) } }, token);
}
