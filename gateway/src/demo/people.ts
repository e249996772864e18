import type { JoinPolicy, MemberRole } from '@jetbridge/schema';
import type { AirlineSettings, Rank } from '@jetbridge/schema/events';

export interface DemoPerson {
  email: string;
  displayName: string;
  /** Role by airline code. */
  roles: Record<string, MemberRole>;
}

export interface DemoAirline {
  code: 'NDL' | 'ABX';
  name: string;
  iata: string | null;
  joinPolicy: JoinPolicy;
  brandColour: string;
  hub: string;
  settings: Partial<AirlineSettings>;
  ranks: Rank[];
}

export const demoPassword = 'ready for take-off';

export const demoAirlines: readonly DemoAirline[] = [
  {
    ...{ code: 'NDL', name: 'Nordlys Virtual', iata: 'N1', joinPolicy: 'OPEN', hub: 'ENGM', brandColour: '#1d4ed8' },
    settings: { autoAccept: 'OFF', ownReview: 'ADMIN' },
    ranks: ranks('Trainee', 'Second Officer', 'First Officer', 'Captain', 'Senior Captain'),
  },
  {
    ...{ code: 'ABX', name: 'Atlantic Bridge', iata: null, joinPolicy: 'APPLY', hub: 'EGLL', brandColour: '#9a3412' },
    settings: { autoAccept: 'RULES', landingRateLimitFpm: -400, autoAcceptNetworks: ['VATSIM', 'IVAO'], ownReview: 'NOBODY' },
    ranks: ranks('Cadet', 'First Officer', 'Captain', 'Training Captain'),
  },
];

/** Somebody who wants to fly for the second airline, and somebody the first would like to have. */
export const demoApplicant = {
  ...{ email: 'nina@demo.jetbridge.example', displayName: 'Nina Petrova', code: 'ABX' },
  message: 'I fly the North Atlantic most weekends, mostly on VATSIM, and would like company.',
} as const;
export const demoInvitation = { email: 'guest@demo.jetbridge.example', code: 'NDL', role: 'PILOT' } as const;

/** Each from twice as many hours on as the one before. */
function ranks(...names: string[]): Rank[] {
  return names.map((name, index) => ({ name, minimumHours: index === 0 ? 0 : 5 * 2 ** index }));
}

const domain = 'demo.jetbridge.example';

/** A dozen members, and one who would like to be; the first founds both airlines. */
export const demoPeople: readonly DemoPerson[] = [
  { email: `admin@${domain}`, displayName: 'Astrid Lund', roles: { NDL: 'ADMIN', ABX: 'ADMIN' } },
  { email: `staff@${domain}`, displayName: 'Jonas Weber', roles: { NDL: 'STAFF' } },
  { email: `pilot@${domain}`, displayName: 'Maja Nowak', roles: { NDL: 'PILOT' } },
  { email: `bridge-staff@${domain}`, displayName: 'Chloé Martin', roles: { ABX: 'STAFF' } },
  { email: `bridge-pilot@${domain}`, displayName: 'Tom Ellis', roles: { ABX: 'PILOT' } },
  { email: `sofia@${domain}`, displayName: 'Sofia Rossi', roles: { NDL: 'PILOT', ABX: 'PILOT' } },
  { email: `lars@${domain}`, displayName: 'Lars Holm', roles: { NDL: 'PILOT' } },
  { email: `ines@${domain}`, displayName: 'Inês Carvalho', roles: { NDL: 'PILOT' } },
  { email: `pavel@${domain}`, displayName: 'Pavel Dvořák', roles: { NDL: 'PILOT', ABX: 'PILOT' } },
  { email: `kate@${domain}`, displayName: 'Kate O’Brien', roles: { ABX: 'PILOT' } },
  { email: `emre@${domain}`, displayName: 'Emre Yılmaz', roles: { ABX: 'PILOT' } },
  { email: `yuki@${domain}`, displayName: 'Yuki Tanaka', roles: { ABX: 'PILOT' } },
  { email: demoApplicant.email, displayName: demoApplicant.displayName, roles: {} },
];

/** Who is worth signing in as: one for each role in each airline. */
export const demoAccounts = demoPeople.slice(0, 5);

/** What the command line tells of them. */
export function demoAccountLines(): string[] {
  return [
    `Demo accounts (password for all: ${demoPassword})`,
    ...demoAccounts.map(
      ({ email, roles }) =>
        `  ${email.padEnd(42)} ${Object.entries(roles)
          .map(([code, role]) => `${role} in ${code}`)
          .join(', ')}`,
    ),
    `  … and ${demoPeople.length - demoAccounts.length - 1} more pilots, and ${demoApplicant.displayName}, who would like to be one`,
  ];
}
