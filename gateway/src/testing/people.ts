import { request } from 'node:http';
import type { Answer } from './client.ts';
import type { Product } from './product.ts';

export const password = 'a password for tests';
const signInQuery = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt } }`;
export const refreshQuery = `mutation { refreshSession { accessToken viewer { user { displayName } } } }`;
export const viewerQuery = `{ viewer { user { id } } }`;

/** `name=value` of a cookie an answer sets; undefined when it sets none of that name, empty when it takes it away. */
export function cookieIn(answer: Pick<Answer, 'cookies'>, what: 'refresh' | 'device'): string | undefined {
  const pair = answer.cookies.find((cookie) => cookie.includes(`jetbridge_${what}=`))?.split(';')[0];
  return pair?.endsWith('=') ? '' : pair;
}

/** As a browser of their own would. */
export async function signInAs(
  product: Product,
  email: string,
  { withPassword = password, cookie }: { withPassword?: string; cookie?: string } = {},
) {
  const answer = await product.ask(signInQuery, { input: { email, password: withPassword } }, cookie ? { cookie } : {});
  if (!answer.data) throw Object.assign(new Error(`${email} could not sign in: ${answer.codes}`), { answer });
  return {
    token: answer.data.signIn.accessToken as string,
    cookie: cookieIn(answer, 'refresh')!,
    device: cookieIn(answer, 'device'),
  };
}

/** An attempt from another address of the loopback (Linux has all of 127/8): another client, as far as limits can tell. */
export async function tryFrom(url: string, from: string, email: string, withPassword: string, cookie?: string): Promise<string[]> {
  return (await askFrom(url, from, signInQuery, { input: { email, password: withPassword } }, { cookie })).codes;
}

export async function askFrom(
  url: string,
  from: string,
  query: string,
  variables: object,
  { cookie, token }: { cookie?: string | undefined; token?: string } = {},
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }), ...(token && { authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/graphql`, { method: 'POST', localAddress: from, headers }, (response) => {
      let received = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        received += part;
      });
      response.on('end', () => {
        const { data, errors } = JSON.parse(received) as Pick<Answer, 'data' | 'errors'>;
        const codes = (errors ?? []).map(({ extensions }) => extensions.code);
        resolve({ status: response.statusCode!, data, errors, codes, cookies: response.headers['set-cookie'] ?? [] });
      });
    });
    sending.on('error', reject).end(JSON.stringify({ query, variables }));
  });
}
