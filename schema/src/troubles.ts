import type { TroubleCode, TroubleLevel } from './operations/generated.ts';
import { troubleMessages } from './trouble-messages.ts';

/** What can be wrong with an installation. */
export const troubleCodes = [
  'DATABASE_AWAY',
  'SCHEMA_NEWER',
  'NO_PROJECTOR',
  'SHARES_FREE',
  'PROJECTION_LAGS',
  'AIRLINE_STOPPED',
  'MAIL_FAILING',
  'MAIL_WAITING',
  'NATS_AWAY',
  'DISK_LOW',
  'CLOCKS_DIFFER',
  'SECRET_READABLE',
] as const satisfies readonly TroubleCode[];

export const troubleLevels = ['WARN', 'BAD'] as const satisfies readonly TroubleLevel[];

/** What the sentences are made with. Which of it there is depends on the code. */
export interface TroubleAbout {
  /** The code of an airline. */
  airline: string;
  /** Of an event. */
  sequence: number;
  /** Events, shares, mails, megabytes or attempts. */
  count: number;
  /** How many shares there are. */
  total: number;
  seconds: number;
  /** The one a projector works on. */
  share: number;
  /** What a server answered. */
  detail: string;
}

export interface TroubleText {
  sentence: string;
  nextStep: string;
}

type Told = Partial<TroubleText> & { readonly code: TroubleCode } & { readonly [K in keyof TroubleAbout]?: TroubleAbout[K] | null };

/** What is wrong and what to do, in the language spoken here; in the server's words where it knows a trouble we do not. */
export function troubleText(trouble: Told): TroubleText {
  const texts = (troubleMessages as Partial<typeof troubleMessages>)[trouble.code];
  const { airline, sequence, count, total, seconds, share, detail, sentence = '', nextStep = '' } = trouble;
  if (!texts) return { sentence, nextStep };
  const about = {
    ...{ airline: airline ?? '', sequence: sequence ?? 0, count: count ?? 0 },
    ...{ total: total ?? 0, seconds: seconds ?? 0, share: share ?? 0, detail: detail ?? '' },
  };
  return { sentence: texts.sentence(about), nextStep: texts.nextStep };
}
