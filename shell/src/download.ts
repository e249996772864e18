import { type Problem, problemOf, saveFile } from '@jetbridge/schema';
import type { Tokens } from './auth-fetch.ts';

/** Fetches a file as the person who is signed in, since a plain link cannot say who they are, and hands it to them. Its code comes with the first. */
export async function download(fetcher: typeof fetch, tokens: Tokens, path: string, filename: string): Promise<Problem | null> {
  const ask = async () => fetcher(path, { headers: { authorization: `Bearer ${await tokens.token()}` } });
  try {
    let response = await ask();
    if (response.status === 401 && (await tokens.renew()) === 'renewed') response = await ask();
    if (!response.ok) return problemOf({ graphQLErrors: ((await response.json()) as { errors: never[] }).errors });
    saveFile(filename, await response.text(), response.headers.get('content-type') ?? undefined);
    return null;
  } catch {
    return problemOf({ graphQLErrors: [] });
  }
}
