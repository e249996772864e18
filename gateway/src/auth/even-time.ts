import { setTimeout as sleep } from 'node:timers/promises';

const stepMs = 300; // more than hashing a password and writing to the database take

/** Answers, or fails, only at whole steps of time: how long it took does not tell what was found on the way. */
export async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    const elapsed = performance.now() - startedAt;
    await sleep(Math.ceil(elapsed / stepMs) * stepMs - elapsed);
  }
}
