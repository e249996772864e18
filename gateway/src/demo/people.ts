import type { MemberRole } from '@jetbridge/schema';

export interface DemoPerson {
  email: string;
  displayName: string;
  /** Role by airline code. */
  roles: Record<string, MemberRole>;
}

export const demoPassword = 'ready for take-off';

export const demoAirlines = [
  { code: 'NDL', name: 'Nordlys Virtual', iata: 'N1', joinPolicy: 'OPEN', hub: 'ENGM' },
  { code: 'ABX', name: 'Atlantic Bridge', iata: null, joinPolicy: 'INVITE', hub: 'EGLL' },
] as const;

const domain = 'demo.jetbridge.example';

/** A dozen people; the first founds both airlines. */
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
];
