import type { Config } from '../config.ts';
import type { Trouble } from '../platform/find-troubles.ts';
import { examine } from './examine.ts';
import { openFollower, progress } from './open-follower.ts';

/**
 * Says what is wrong now and what to do about it, then whether log and read models are what they must be: a sentence for each thing that is
 * not. The exit code is 1 when there is any.
 */
export async function doctor(config: Config): Promise<void> {
  const { troubles, remarks } = await examine(config);
  for (const trouble of troubles) console.log(inWords(trouble));
  for (const remark of remarks) console.log(remark);
  if (troubles.length > 0) process.exitCode = 1;
  if (troubles.some(({ code }) => code === 'DATABASE_AWAY')) return;
  await using follower = await openFollower(config);
  const { verify } = await import('@jetbridge/projector');
  const findings = await verify(follower, { onProgress: progress('Comparing') });
  for (const finding of findings) console.log(finding);
  if (findings.length > 0) process.exitCode = 1;
  else {
    const what = troubles.length > 0 ? 'Log and read models are as they must be' : 'Everything is as it must be';
    console.log(`${what}: sequences dense, streams contiguous, read models what the log says.`);
  }
}

export function inWords({ sentence, nextStep, since }: Trouble): string {
  return `${sentence}${since === undefined ? '' : ` Since ${new Date(since).toISOString()}.`}\n  ${nextStep}`;
}
