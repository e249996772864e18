import { eventDefinitions, platformTenant } from '../events/index.ts';
import type { Statement } from './event-log.ts';
import type { Sql } from './sql.ts';
import { projectionName } from './storage.ts';

/**
 * Where a person is, besides the log and what follows from it. The credential goes first: who issues a token holds its row. An invitation is
 * the airline's, and stays; it only forgets who sent it.
 */
const places = [
  { table: 'credential', whose: 'user_id = ?' },
  { table: 'refresh_token', whose: 'session_id in (select id from session where user_id = ?)' },
  { table: 'session', whose: 'user_id = ?' },
  { table: 'one_time_token', whose: 'user_id = ?' },
  { table: 'mail_outbox', whose: 'user_id = ?' },
  { table: 'api_key', whose: 'user_id = ?' },
  { table: 'invitation', whose: 'invited_by = ?', forget: 'invited_by' },
  { table: 'person_key', whose: 'person_id = ?' },
] satisfies { table: string; whose: string; forget?: string }[];

/** Everything about a person that can be deleted, and the key without which the rest cannot be read. To be committed with `UserErased`. */
export function erasing(userId: string): Statement[] {
  return places.map(({ table, whose, forget }) => ({
    sql: forget ? `update ${table} set ${forget} = null where ${whose}` : `delete from ${table} where ${whose}`,
    params: [userId],
  }));
}

/** What is left of people the log says are erased, a sentence each. */
export async function verifyErasures(sql: Sql): Promise<string[]> {
  const erased = await sql.all<{ stream: string; data: string }>(
    `select stream, data from event where tenant = ? and type = 'UserErased' order by sequence`,
    [platformTenant],
  );
  const findings: string[] = [];
  for (const { stream, data } of erased) {
    const { userId } = JSON.parse(data) as { userId: string };
    for (const { table, whose } of places) {
      const [left] = await sql.all<{ count: number }>(`select count(*) as count from ${table} where ${whose}`, [userId]);
      if (Number(left?.count) > 0) findings.push(`${table}: ${left!.count} rows of ${userId}, who was erased.`);
    }
    const events = await sql.all<{ type: string; data: string }>(
      `select type, data from event where tenant = ? and stream = ? order by stream_version`,
      [platformTenant, stream],
    );
    for (const event of events) findings.push(...(await readableFields(sql, userId, event)));
    const [profile] = await sql.all<{ id: string }>(
      `select id from rm_user where id = ? and (display_name is not null or email is not null)
         and (select sequence from checkpoint where projection = ? and tenant = ?) >=
             (select max(sequence) from event where tenant = ? and stream = ?)`,
      [userId, projectionName, platformTenant, platformTenant, stream],
    );
    if (profile) findings.push(`rm_user: row ${userId} still tells who was erased.`);
  }
  return findings;
}

/** Personal fields of an event that are not sealed, or whose key is still there. */
async function readableFields(sql: Sql, userId: string, { type, data }: { type: string; data: string }): Promise<string[]> {
  const { personal } = eventDefinitions[type] ?? {};
  const fields = JSON.parse(data) as Record<string, { key?: string } | string | null>;
  const findings: string[] = [];
  for (const name of personal?.fields ?? []) {
    const value = fields[name];
    if (value == null) continue;
    const keyId = typeof value === 'object' ? value.key : undefined;
    const [key] = keyId ? await sql.all('select 1 from person_key where id = ?', [keyId]) : [true];
    if (key) findings.push(`event ${type} of ${userId}, who was erased: ${name} can still be read.`);
  }
  return findings;
}
