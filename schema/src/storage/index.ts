/** Node only: where everything is kept. */
export * from './bus.ts';
export * from './event-codec.ts';
export * from './event-log.ts';
export * from './keyring.ts';
export { SchemaTooNew, schemaVersion } from './migrate.ts';
export * from './orm.ts';
export * from './person-keys.ts';
export * from './read-models/airline.entity.ts';
export * from './read-models/member.entity.ts';
export * from './read-models/pirep.entity.ts';
export * from './read-models/user.entity.ts';
export * from './settings.ts';
export * from './sql.ts';
export * from './storage.ts';
export * from './table.ts';
export * from './tables/credential.entity.ts';
export * from './tables/session.entity.ts';
