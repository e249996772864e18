import { randomBytes } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';

/** A database's history has a name of its own, so that places in another one, the one before a restore, are told from its own. */
export class History extends Migration {
  override up(): void {
    this.addSql('create table history (name text primary key)');
    this.addSql(`insert into history (name) values ('${randomBytes(6).toString('base64url')}')`);
  }
}
