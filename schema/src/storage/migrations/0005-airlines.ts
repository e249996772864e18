import { Migration } from '@mikro-orm/migrations';

/** The working day of an airline: settings and ranks, members who come and go, invitations, and flights told apart. */
export class Airlines extends Migration {
  override up(): void {
    for (const sql of [
      `alter table rm_airline add column auto_accept text not null default 'OFF'`,
      `alter table rm_airline add column landing_rate_limit_fpm integer`,
      `alter table rm_airline add column auto_accept_networks text not null default '[]'`,
      `alter table rm_airline add column distance_unit text not null default 'NM'`,
      `alter table rm_airline add column weight_unit text not null default 'KG'`,
      `alter table rm_airline add column ranks text not null default '[]'`,
      `alter table rm_member add column left_at bigint`,
      `alter table rm_pirep add column automatic boolean not null default false`,
      `alter table rm_pirep add column question text`,
      `alter table rm_pirep add column comments integer not null default 0`,
      // Lists: one index for each filter, in the order of filing, and one for each other order. See gateway/src/pireps/pirep-list.ts.
      `create index rm_pirep_departure on rm_pirep (airline_id, departure, filed_at, id)`,
      `create index rm_pirep_arrival on rm_pirep (airline_id, arrival, filed_at, id)`,
      `create index rm_pirep_aircraft on rm_pirep (airline_id, aircraft_type, filed_at, id)`,
      `create index rm_pirep_network on rm_pirep (airline_id, network, filed_at, id)`,
      `create index rm_pirep_flight on rm_pirep (airline_id, flight_number, filed_at, id)`,
      `create index rm_pirep_registration on rm_pirep (airline_id, registration, filed_at, id) where registration is not null`,
      `create index rm_pirep_off_block on rm_pirep (airline_id, off_block_at, id)`,
      `create index rm_pirep_block_time on rm_pirep (airline_id, block_minutes, id)`,
      `create index rm_pirep_distance on rm_pirep (airline_id, distance_nm, id)`,
      // Statistics over days are read from this alone.
      `create index rm_pirep_flown on rm_pirep (airline_id, on_block_at, member_id, departure, arrival, block_minutes, distance_nm)
       where state = 'ACCEPTED'`,
      // Who flew last where: asked when an accepted PIREP is taken back.
      `create index rm_pirep_accepted on rm_pirep (member_id, on_block_at, arrival) where state = 'ACCEPTED'`,

      `create table rm_application (
        id text primary key, airline_id text not null, user_id text not null, message text, state text not null, reason text,
        applied_at bigint not null, decided_at bigint)`,
      `create index rm_application_open on rm_application (airline_id, applied_at, id) where state = 'OPEN'`,
      `create index rm_application_user on rm_application (user_id, airline_id)`,

      // Kept beside the log: the address belongs to somebody who may never have an account.
      `create table invitation (
        id text primary key, airline_id text not null, email_index text not null, sealed_email text not null, role text not null,
        token_hash text not null unique, invited_by text, created_at bigint not null, expires_at bigint not null)`,
      `create unique index invitation_address on invitation (airline_id, email_index)`,
      `create index invitation_of_address on invitation (email_index)`,
      `create index invitation_of_inviter on invitation (invited_by)`,

      // Flights that stand, for telling the same one filed twice. The row of 'logbook' is the lock of who files.
      `create table logbook (member_id text primary key)`,
      `create table filed_flight (
        pirep_id text primary key, member_id text not null, flight_number text not null, departure text not null, arrival text not null,
        off_block_at bigint not null, on_block_at bigint not null)`,
      `create index filed_flight_same on filed_flight (member_id, flight_number, departure, arrival)`,
      `insert into filed_flight select id, member_id, flight_number, departure, arrival, off_block_at, on_block_at from rm_pirep
        where state not in ('REJECTED', 'WITHDRAWN')`,
    ]) {
      this.addSql(sql);
    }
  }
}
