// What the platform admin of the browser's first flight finds in the product: to be the same after a restore.
import assert from 'node:assert/strict';

const admin = { email: 'ada@example.org', password: 'fjords from above at dawn' };
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
const everything = `{ airlines { edges { node { id code name pireps { totalCount edges { node { id flightNumber state } } } members { totalCount } } } } }`;

export async function contents(url) {
  const { accessToken } = (await ask(url, signIn, { input: admin })).signIn;
  const found = await ask(url, everything, {}, { authorization: `Bearer ${accessToken}` });
  assert(found.airlines.edges.length > 0, 'there is no airline');
  return found;
}

async function ask(url, query, variables, headers = {}) {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}
