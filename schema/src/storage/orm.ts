import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/sql';
import { Initial } from './migrations/0001-initial.ts';
import { StoppedTenants } from './migrations/0002-stopped-tenants.ts';
import { Accounts } from './migrations/0003-accounts.ts';
import { History } from './migrations/0004-history.ts';
import { Airlines } from './migrations/0005-airlines.ts';
import { AirlineRow } from './read-models/airline.entity.ts';
import { ApplicationRow } from './read-models/application.entity.ts';
import { MemberRow } from './read-models/member.entity.ts';
import { PirepRow } from './read-models/pirep.entity.ts';
import { UserRow } from './read-models/user.entity.ts';
import { MailRow, OneTimeTokenRow } from './tables/account.entity.ts';
import { ApiKeyRow } from './tables/api-key.entity.ts';
import { CredentialRow } from './tables/credential.entity.ts';
import { InvitationRow } from './tables/invitation.entity.ts';
import { RefreshTokenRow, SessionRow, SetupTokenRow } from './tables/session.entity.ts';

export const entities = [
  UserRow,
  AirlineRow,
  MemberRow,
  PirepRow,
  ApplicationRow,
  CredentialRow,
  InvitationRow,
  SessionRow,
  RefreshTokenRow,
  SetupTokenRow,
  ApiKeyRow,
  OneTimeTokenRow,
  MailRow,
];

export const migrationsList = [
  { name: '0001-initial', class: Initial },
  { name: '0002-stopped-tenants', class: StoppedTenants },
  { name: '0003-accounts', class: Accounts },
  { name: '0004-history', class: History },
  { name: '0005-airlines', class: Airlines },
];

/** The entity manager over a connection of ours; the same entities and migrations for every database. */
export function openOrm(
  driver: Options['driver'],
  options: Pick<Options, 'clientUrl' | 'dbName' | 'driverOptions' | 'pool'>,
): Promise<MikroORM> {
  return MikroORM.init({
    ...options,
    driver,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false, silent: true, tableName: 'migration' },
  });
}
