import { type RemoteModule, shellMessages } from '@jetbridge/schema';
import type { Framework } from '../place.ts';
import { loadRemote, RemoteFailure } from '../remotes.ts';

/** What people may do to a front end, to see what is left of the page. */
export const faults = ['none', 'missing', 'slow', 'throws-at-load', 'throws-later', 'wrong-contract', 'corrupt', 'busy'] as const;
export type Fault = (typeof faults)[number];

const laterMs = 1_000;
const busyMs = 200;

/** Loads a front end as it would be if it were broken so. */
export async function loadBroken(framework: Framework, retry: number, fault: Fault): Promise<RemoteModule> {
  if (fault === 'missing') return loadRemote(framework, retry, 'missing/');
  if (fault === 'corrupt') return loadRemote(framework, retry, 'damaged/'); // scripts/remote-facts.mjs
  if (fault === 'slow') throw await late();
  const module = await loadRemote(framework, retry);
  if (fault === 'wrong-contract') throw new RemoteFailure(shellMessages.wrongContract);
  if (fault === 'throws-at-load') return { ...module, mount: () => throwOnPurpose() };
  if (fault !== 'throws-later') return module;
  return {
    ...module,
    mount(element, context) {
      const timer = setTimeout(() => context.report(onPurpose()), laterMs);
      context.signal.addEventListener('abort', () => clearTimeout(timer));
      return module.mount(element, context);
    },
  };
}

/** Keeps the thread to itself, as a slow component does. */
export function work(): void {
  const until = performance.now() + busyMs;
  while (performance.now() < until);
}

const onPurpose = () => new Error('this was asked for');

function throwOnPurpose(): never {
  throw onPurpose();
}

const slowMs = 8_000; // what remotes.ts waits for

function late(): Promise<RemoteFailure> {
  return new Promise((resolve) => setTimeout(() => resolve(new RemoteFailure(shellMessages.loadSlow(slowMs / 1_000))), slowMs));
}
