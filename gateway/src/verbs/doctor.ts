import type { Config } from '../config.ts';
import { openFollower, progress } from './open-follower.ts';

/** Looks whether log and read models are what they must be. Prints a sentence for each thing that is not; the exit code is 1 then. */
export async function doctor(config: Config): Promise<void> {
  await using follower = await openFollower(config);
  const { verify } = await import('@jetbridge/projector');
  const findings = await verify(follower, { onProgress: progress('Comparing') });
  for (const finding of findings) console.log(finding);
  if (findings.length === 0)
    console.log('Everything is as it must be: sequences dense, streams contiguous, read models what the log says.');
  else process.exitCode = 1;
}
