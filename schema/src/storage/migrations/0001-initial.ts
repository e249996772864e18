import { Migration } from '@mikro-orm/migrations';

/** Whoever the application is to the database: an event that stands in the log is neither changed nor removed. */
const eventsAreForever = {
  sqlite: ['update', 'delete'].map(
    (change) => `create trigger event_no_${change} before ${change} on event begin select raise(abort, 'events are forever'); end`,
  ),
  postgres: [
    `create function events_are_forever() returns trigger language plpgsql as 'begin raise exception ''events are forever''; end'`,
    `create trigger event_forever before update or delete or truncate on event for each statement execute function events_are_forever()`,
  ],
};

/** Written once for both databases: epoch milliseconds are bigint, JSON is text, booleans are what the database has. */
export class Initial extends Migration {
  override up(): void {
    for (const sql of [
      `create table tenant_head (tenant text primary key, sequence bigint not null, changed_at bigint not null)`,
      `create index tenant_head_changed on tenant_head (changed_at)`,
      `create table event (
        tenant text not null, sequence bigint not null, stream text not null, stream_version integer not null,
        type text not null, schema_version integer not null, data text not null, metadata text not null,
        recorded_at bigint not null, command_id text,
        primary key (tenant, sequence))`,
      `create unique index event_stream on event (tenant, stream, stream_version)`,
      `create unique index event_command on event (command_id) where command_id is not null`,
      `create table person_key (id text primary key, person_id text not null unique, wrapped text not null)`,

      `create table credential (user_id text primary key, email_index text not null unique, password_hash text not null, changed_at bigint not null)`,
      `create table session (
        id text primary key, user_id text not null, user_agent text not null, created_at bigint not null,
        last_used_at bigint not null, expires_at bigint not null, revoked_at bigint)`,
      `create index session_of_user on session (user_id)`,
      `create table refresh_token (hash text primary key, session_id text not null, issued_at bigint not null, spent_at bigint)`,
      `create index refresh_token_session on refresh_token (session_id)`,
      `create table setup_token (hash text primary key, expires_at bigint not null)`,

      `create table checkpoint (projection text not null, tenant text not null, sequence bigint not null, primary key (projection, tenant))`,
      `create table rm_user (
        id text primary key, display_name text, email text, platform_admin boolean not null, registered_at bigint not null)`,
      `create table rm_airline (
        id text primary key, code text not null unique, name text not null, iata text, brand_colour text, join_policy text not null,
        state text not null, own_review text not null, created_at bigint not null)`,
      `create table rm_member (
        id text primary key, airline_id text not null, user_id text not null, role text not null, pilot_number integer not null,
        minutes integer not null, flights integer not null, distance_nm double precision not null, last_airport text,
        last_on_block_at bigint, joined_at bigint not null)`,
      `create unique index rm_member_number on rm_member (airline_id, pilot_number)`,
      `create unique index rm_member_user on rm_member (user_id, airline_id)`,
      `create table rm_pirep (
        id text primary key, airline_id text not null, member_id text not null, state text not null, flight_number text not null,
        departure text not null, arrival text not null, alternate text, off_block_at bigint not null, on_block_at bigint not null,
        block_minutes integer not null, flight_minutes integer not null, aircraft_type text not null, registration text,
        distance_nm double precision not null, distance_overridden boolean not null, block_fuel_kg double precision,
        fuel_used_kg double precision, fuel_unit text, landing_rate_fpm integer, cruise_level integer, network text not null,
        route text, remarks text, training boolean not null, filed_at bigint not null, reviewed_at bigint, reviewer_id text, reason text)`,
      `create index rm_pirep_newest on rm_pirep (airline_id, filed_at, id)`,
      `create index rm_pirep_state on rm_pirep (airline_id, state, filed_at, id)`,
      `create index rm_pirep_pilot on rm_pirep (airline_id, member_id, filed_at, id)`,
    ]) {
      this.addSql(sql);
    }
    for (const sql of this.driver.constructor.name === 'PostgreSqlDriver' ? eventsAreForever.postgres : eventsAreForever.sqlite)
      this.addSql(sql);
  }
}
