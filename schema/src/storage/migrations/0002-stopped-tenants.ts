import { Migration } from '@mikro-orm/migrations';

/** Where projecting a tenant stands still, and why: told by the projector, read by every other process. */
export class StoppedTenants extends Migration {
  override up(): void {
    this.addSql(
      `create table stopped_tenant (
        projection text not null, tenant text not null, sequence bigint not null, error text not null, attempts integer not null,
        since bigint not null, retry_at bigint not null,
        primary key (projection, tenant))`,
    );
  }
}
