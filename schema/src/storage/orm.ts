import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/sql';
import { Initial } from './migrations/0001-initial.ts';
import { AirlineRow } from './read-models/airline.entity.ts';
import { MemberRow } from './read-models/member.entity.ts';
import { PirepRow } from './read-models/pirep.entity.ts';
import { UserRow } from './read-models/user.entity.ts';
import { CredentialRow } from './tables/credential.entity.ts';
import { RefreshTokenRow, SessionRow, SetupTokenRow } from './tables/session.entity.ts';

export const entities = [UserRow, AirlineRow, MemberRow, PirepRow, CredentialRow, SessionRow, RefreshTokenRow, SetupTokenRow];

export const migrationsList = [{ name: '0001-initial', class: Initial }];

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
