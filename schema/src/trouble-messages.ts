import { localized, number } from './language.ts';
import type { TroubleCode } from './operations/generated.ts';
import type { TroubleAbout } from './troubles.ts';

const events = (count: number) => (count === 1 ? '1 event is not shown yet' : `${number(count)} events are not shown yet`);
const time = (seconds: number) => (seconds < 120 ? `${number(Math.round(seconds))} s` : `${number(Math.round(seconds / 60))} min`);

/** What is wrong with an installation, and what to do about it: for who looks after it, on the health page and in a terminal. */
export const troubleMessages = localized('troubleMessages', {
  DATABASE_AWAY: {
    sentence: () => 'The database does not answer.',
    nextStep: 'Look whether it runs and can be reached from here. Jetbridge finds it again by itself.',
  },
  SCHEMA_NEWER: {
    sentence: () => 'A newer release has migrated the database. This one goes on working with it.',
    nextStep: 'Update what still runs this release.',
  },
  NO_PROJECTOR: {
    sentence: ({ count }) =>
      count === 0 ? 'No projector works: what is stored now will not be shown.' : `No projector works: ${events(count)}.`,
    nextStep: 'Start one: jetbridge serve --roles projector; on SQLite serve with both roles. Nothing is lost meanwhile.',
  },
  SHARES_FREE: {
    sentence: ({ count, total }) => `No projector works on ${number(count)} of the ${number(total)} shares of the airlines.`,
    nextStep: 'Wait 5 seconds: projectors take them over. If they do not, restart them.',
  },
  PROJECTION_LAGS: {
    sentence: ({ count, seconds }) => `The pages are ${time(seconds)} behind: ${events(count)}.`,
    nextStep: 'Read the log of the projector, and look whether it or the database is busy.',
  },
  AIRLINE_STOPPED: {
    sentence: ({ airline, sequence }) => `The pages of ${airline} stand still: event ${sequence} cannot be projected.`,
    nextStep: 'jetbridge projections list says why. Update, or mend the cause and run jetbridge projections retry.',
  },
  MAIL_FAILING: {
    sentence: ({ count, detail }) => `${count === 1 ? '1 mail' : `${number(count)} mails`} could not be sent. ${detail}`,
    nextStep: 'Look at the mail server and JETBRIDGE_SMTP_URL. The mail is tried again by itself.',
  },
  MAIL_WAITING: {
    sentence: ({ count, seconds }) => `Nobody sends mail: ${number(count)} in the outbox, the oldest for ${time(seconds)}.`,
    nextStep: 'Give the projector a mail server (JETBRIDGE_SMTP_URL), or pass the links on from the page of mail.',
  },
  NATS_AWAY: {
    sentence: () => 'NATS cannot be reached: changes arrive a little later.',
    nextStep: 'Look whether it runs where JETBRIDGE_NATS_URL says. It is found again by itself.',
  },
  DISK_LOW: {
    sentence: ({ count }) => `${number(count)} MB are left on the disk of the database.`,
    nextStep: 'Make room before nothing can be stored any more.',
  },
  CLOCKS_DIFFER: {
    sentence: ({ seconds }) => `The clocks of this machine and of the database differ by ${time(seconds)}.`,
    nextStep: 'Let both follow the time of the network (NTP): times in the log are those of this machine.',
  },
  SECRET_READABLE: {
    sentence: () => 'Others on this machine can read the secret.',
    nextStep: 'Let its owner alone read it: chmod 600 secret.key, in the data directory.',
  },
} as const satisfies Record<TroubleCode, { sentence(about: TroubleAbout): string; nextStep: string }>);
