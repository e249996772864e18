// Server CPU per request, for the viewer and for a page of 100 PIREPs. Ours is the whole product: signed in, permissions on, read models in
// SQLite. Its peers answer the same bodies: Apollo Server as it comes over our resolvers, and over values at hand; mercurius with its compiler.
// Usage: node bench/http.mjs [--full]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { PirepsDocument, ViewerDocument } from '@jetbridge/schema';
import { print } from 'graphql';
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';

const { full } = argumentsOf();
const rounds = full ? 15 : 5;
const row = 'id flightNumber state blockMinutes distanceNm filedAt';
const questions = {
  'viewer, a name': { requests: 400, query: '{ viewer { user { id displayName } } }' },
  'viewer, as the shell asks': { requests: 300, query: print(ViewerDocument) },
  '100 PIREPs, six fields': { requests: 60, query: `{ airline(code: "FJD") { pireps(first: 100) { edges { node { ${row} } } } } }` },
  '100 PIREPs, as the list asks': { requests: 40, query: print(PirepsDocument), variables: { code: 'FJD', first: 100 } },
};

await inDirectory(async (dataDir) => {
  const running = { ours: await start('ours', { dataDir }) };
  const [account, code] = await signIn(running.ours);
  for (const question of Object.values(questions)) if (question.variables) question.variables.code = code;
  for (const question of Object.values(questions)) question.query = question.query.replace('"FJD"', JSON.stringify(code));
  // What the peers have at hand is what ours answered.
  const data = {};
  for (const { query, variables } of Object.values(questions)) merge(data, (await ask(running.ours, { query, variables })).data);
  const caller = { userId: account, sessionId: 'bench', expiresAt: Number.MAX_SAFE_INTEGER };
  running['Apollo, our resolvers'] = await start('Apollo, our resolvers', { dataDir, caller });
  running['Apollo, values at hand'] = await start('Apollo, values at hand', { data });
  running['mercurius + jit'] = await start('mercurius + jit', { data });

  const results = {};
  const table = [];
  for (const [name, { requests, query, variables }] of Object.entries(questions)) {
    const body = JSON.stringify({ query, variables });
    const bytes = await sameAnswers(running, body);
    for (const server of Object.values(running)) await costOf(server, body, requests); // warm
    const figures = await inTurn(running, rounds, (server) => costOf(server, body, requests));
    results[name] = figures;
    const micros = Object.fromEntries(Object.entries(figures).map(([who, list]) => [who, Math.round(median(list))]));
    const ratios = Object.fromEntries(
      Object.keys(running)
        .slice(1)
        .map((who) => [`ours / ${who}`, ratio(figures, 'ours', who)]),
    );
    table.push({ name, bytes, ...micros, ratios });
  }
  for (const { process: child } of Object.values(running)) child.kill();
  console.log(`HTTP: server CPU in µs per request, median of ${rounds} rounds; ratios round by round (least–most), less is better`);
  console.table(table.map(({ ratios, ...rest }) => rest));
  console.table(table.map(({ name, ratios }) => ({ name, ...ratios })));
  await save('http', { rounds, results });
});

async function start(name, given) {
  const child = fork(fileURLToPath(new URL('http-servers.mjs', import.meta.url)), [name], { stdio: 'inherit' });
  const call = async (message) => {
    child.send(message);
    return (await once(child, 'message'))[0];
  };
  const url = await call({ start: given });
  return { process: child, url: `${url}/graphql`, cpu: () => call({}), agent: new Agent({ keepAlive: true, maxSockets: 8 }), token: '' };
}

/** CPU in µs of each of so many requests, eight at a time. */
async function costOf(server, body, requests) {
  const before = await server.cpu();
  let left = requests;
  const worker = async () => {
    while (left-- > 0) await post(server, body);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return ((await server.cpu()) - before) / requests;
}

function post({ url, agent, token }, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

async function ask(server, question) {
  const answer = JSON.parse(await post(server, JSON.stringify(question)));
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer;
}

/** Signs in as the first account of the demo; its id, and the code of an airline it is in. */
async function signIn(ours) {
  const { demoPassword, demoPeople } = await import('@jetbridge/gateway/dist/demo/people.js');
  const [{ email, roles }] = demoPeople;
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken viewer { user { id } } } }';
  const { data } = await ask(ours, { query, variables: { input: { email, password: demoPassword } } });
  ours.token = data.signIn.accessToken;
  return [data.signIn.viewer.user.id, Object.keys(roles)[0]];
}

/** Fails unless all say the same; cursors apart, which each server seals afresh. Answers the size. */
async function sameAnswers(running, body) {
  const answers = await Promise.all(Object.values(running).map((server) => post(server, body)));
  const plain = (answer) => JSON.stringify(JSON.parse(answer).data, (key, value) => (/cursor/i.test(key) ? null : value));
  const different = answers.findIndex((answer) => plain(answer) !== plain(answers[0]));
  if (different > 0) throw new Error(`${Object.keys(running)[different]} answers differently: ${answers[different].slice(0, 300)}`);
  return Buffer.byteLength(answers[0]);
}

function merge(into, from) {
  for (const [key, value] of Object.entries(from)) {
    if (value && typeof value === 'object' && into[key]) merge(into[key], value);
    else into[key] = value;
  }
}
