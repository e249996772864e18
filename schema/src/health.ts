import type { IconName } from './icons.ts';
import { number } from './language.ts';
import type { PlatformHealthQuery } from './operations/generated.ts';
import { type HealthLevel, platformMessages } from './platform-messages.ts';
import { type TroubleText, troubleText } from './troubles.ts';

/** How often the figures are read while somebody looks at them. */
export const healthIntervalMs = 5_000;

export interface HealthFigure {
  name: string;
  text: string;
  level: HealthLevel;
}

export const healthIcons: Record<HealthLevel, IconName> = { ok: 'check', warn: 'warning', bad: 'cross' };

type Health = PlatformHealthQuery['platformHealth'];

const slowLagMs = 2_000; // people notice that what they did is not there yet
const badLagMs = 30_000; // the projector is away or cannot keep up
const manyMails = 50; // more than leave in a minute or so

/** What an operator reads first, in words. */
export function healthFigures(health: Health): HealthFigure[] {
  const { health: text } = platformMessages;
  const { projectionLagMs: lag, pendingMail, failedMail } = health;
  const level = (value: number, warn: number, bad: number): HealthLevel => (value >= bad ? 'bad' : value >= warn ? 'warn' : 'ok');
  return [
    { name: text.lag, text: text.seconds(Math.round(lag / 100) / 10), level: level(lag, slowLagMs, badLagMs) },
    { name: text.stopped, text: number(health.stoppedAirlines.length), level: level(health.stoppedAirlines.length, 1, 1) },
    { name: text.pendingMail, text: number(pendingMail), level: level(pendingMail, manyMails, Infinity) },
    { name: text.failedMail, text: number(failedMail), level: level(failedMail, 1, manyMails) },
  ];
}

/** Something that is wrong, in the words of who looks after the installation. */
export interface HealthTrouble extends TroubleText {
  key: string;
  level: HealthLevel;
  since: string;
}

export function healthTroubles({ troubles }: Health): HealthTrouble[] {
  return troubles.map((trouble) => ({
    ...troubleText(trouble),
    key: `${trouble.code} ${trouble.airline ?? ''}`,
    level: trouble.level === 'BAD' ? 'bad' : 'warn',
    since: trouble.since,
  }));
}

/** What is neither good nor bad. */
export function healthFacts({ connections, sessions, waitingEvents, database, version }: Health): { name: string; text: string }[] {
  const { health: text } = platformMessages;
  return [
    { name: text.waitingEvents, text: number(waitingEvents) },
    { name: text.connections, text: number(connections) },
    { name: text.sessions, text: number(sessions) },
    { name: text.database, text: database },
    { name: text.version, text: version },
  ];
}
