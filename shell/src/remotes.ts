import { contract, type RemoteModule, shellMessages } from '@jetbridge/schema';
import { createInstance } from '@module-federation/runtime';
import * as core from '@module-federation/runtime/core';
import { type Framework, frameworks } from './place.ts';

const loadWithinMs = 8_000;

// Remotes are built without the federation runtime and read this one.
Object.assign(globalThis, { _FEDERATION_RUNTIME_CORE: core });

const remote = (name: Framework, retry = 0, folder = '') => ({
  name,
  type: 'module' as const,
  entry: `/remotes/${name}/${folder}mf-manifest.json${retry ? `?retry=${retry}` : ''}`,
});
const federation = createInstance({ name: 'shell', remotes: [] });
federation.registerRemotes(frameworks.map((name) => remote(name)));

/** A failure with words for the person in front of the pane. */
export class RemoteFailure extends Error {
  override readonly name = 'RemoteFailure';
}

/** Errors over code that did not come: a browser does not ask for it again until the page goes. */
const missing = new WeakSet<object>();
addEventListener('vite:preloadError', ({ payload }) => missing.add(payload));

export const isRemembered = ({ cause }: RemoteFailure): boolean => missing.has(cause as object);

/** What a remote threw or reported. */
export function failureOf(error: unknown): RemoteFailure {
  if (error instanceof RemoteFailure) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new RemoteFailure(missing.has(error as object) ? shellMessages.loadFailed : shellMessages.crashed(words), { cause: error });
}

/**
 * Fetches a front end; nothing of it is downloaded before. The runtime has no time limit of its own and remembers a broken manifest,
 * so a retry registers the remote anew under another address.
 * @param folder of another build of it
 */
export async function loadRemote(name: Framework, retry: number, folder = ''): Promise<RemoteModule> {
  if (retry > 0 || folder) federation.registerRemotes([remote(name, retry, folder)], { force: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RemoteFailure(shellMessages.loadSlow(loadWithinMs / 1000))), loadWithinMs);
  });
  try {
    const module = await Promise.race([federation.loadRemote<RemoteModule>(`${name}/mount`), late]);
    if (module?.contract !== contract || typeof module.mount !== 'function') throw new RemoteFailure(shellMessages.wrongContract);
    return module;
  } catch (error) {
    if (error instanceof RemoteFailure) throw error;
    throw new RemoteFailure(shellMessages.loadFailed, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
