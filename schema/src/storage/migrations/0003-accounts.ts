import { Migration } from '@mikro-orm/migrations';

/** What accounts are made of besides events: one-time tokens, mail that waits, API keys. Times are epoch milliseconds. */
export class Accounts extends Migration {
  override up(): void {
    for (const sql of [
      `alter table rm_user add column email_verified boolean not null default false`,
      `alter table rm_user add column deletion_due_at bigint`,
      `create index rm_user_deletion on rm_user (deletion_due_at) where deletion_due_at is not null`,
      `create index rm_user_newest on rm_user (registered_at, id)`,
      `create table one_time_token (
        hash text primary key, purpose text not null, user_id text not null, sealed text, issued_at bigint not null, expires_at bigint not null)`,
      `create index one_time_token_user on one_time_token (user_id, purpose)`,
      `create table mail_outbox (
        id text primary key, dedupe_key text not null unique, user_id text, sealed text not null, created_at bigint not null,
        due_at bigint not null, expires_at bigint, attempts integer not null, sent_at bigint, error text)`,
      `create index mail_outbox_due on mail_outbox (due_at) where sent_at is null`,
      `create index mail_outbox_newest on mail_outbox (created_at, id)`,
      `create index mail_outbox_user on mail_outbox (user_id)`,

      `alter table session add column authenticated_at bigint not null default 0`,
      `create table api_key (
        id text primary key, user_id text not null, name text not null, hash text not null, scopes text not null, created_at bigint not null,
        expires_at bigint, last_used_at bigint, revoked_at bigint)`,
      `create index api_key_user on api_key (user_id)`,
      `create table rate_limit (key text primary key, empty_at bigint not null)`,
    ]) {
      this.addSql(sql);
    }
  }
}
