import { type MountContext, problemOf, saveFile } from '@jetbridge/schema';
import type { Tokens } from './auth-fetch.ts';

/** Fetches a file as the person who is signed in, since a plain link cannot say who they are, and hands it to them. */
export function createDownload(fetcher: typeof fetch, tokens: Tokens): MountContext['download'] {
  const ask = async (path: string) => fetcher(path, { headers: { authorization: `Bearer ${await tokens.token()}` } });
  return async (path, filename) => {
    try {
      let response = await ask(path);
      if (response.status === 401 && (await tokens.renew()) === 'renewed') response = await ask(path);
      if (!response.ok) return problemOf({ graphQLErrors: ((await response.json()) as { errors: never[] }).errors });
      saveFile(filename, await response.text(), response.headers.get('content-type') ?? undefined);
      return null;
    } catch {
      return problemOf({ graphQLErrors: [] });
    }
  };
}
