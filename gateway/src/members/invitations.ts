import { randomBytes } from 'node:crypto';
import { limits, type MemberRole, Rejected } from '@jetbridge/schema';
import {
  emailIndex,
  emailIndexes,
  InvitationRow,
  type Keyring,
  openInvited,
  type ReadRows,
  type Statement,
  sealInvited,
} from '@jetbridge/schema/storage';
import { v7 as uuid } from 'uuid';
import { digest } from '../auth/one-time-tokens.ts';

export const invitationLifeMs = 7 * 24 * 60 * 60_000;

/**
 * Invitations that can be accepted. Their rows change only together with events of the airline's roster: a decision made on the roster first
 * and on these afterwards is refused by the log when one of them has changed meanwhile.
 */
export class Invitations {
  constructor(
    private readonly readRows: ReadRows,
    private readonly keyring: Keyring,
  ) {}

  /** To be committed with the mail that carries the token. Takes the place of `older`, and of what ran out. */
  issue(
    invited: { airlineId: string; email: string; role: MemberRole; invitedBy: string },
    older: InvitationRow | undefined,
    now: number,
  ): { id: string; token: string; expiresAt: number; statements: Statement[] } {
    const { airlineId, email, role, invitedBy } = invited;
    const id = uuid();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = now + invitationLifeMs;
    const insert = {
      sql: `insert into invitation (id, airline_id, email_index, sealed_email, role, token_hash, invited_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      params: [
        ...[id, airlineId, emailIndex(this.keyring, email), sealInvited(this.keyring, id, email)],
        ...[role, digest(token), invitedBy, now, expiresAt],
      ],
    };
    const expired = { sql: 'delete from invitation where airline_id = ? and expires_at <= ?', params: [airlineId, now] };
    return { id, token, expiresAt, statements: [...(older ? [this.ending(older.id)] : []), expired, insert] };
  }

  /** The one of an address that is there, if it ran out or not. */
  async ofAddress(airlineId: string, email: string): Promise<InvitationRow | undefined> {
    const indexes = emailIndexes(this.keyring, email);
    const [row] = await this.readRows(InvitationRow, `where airline_id = ? and email_index in (${indexes.map(() => '?').join(', ')})`, [
      airlineId,
      ...indexes,
    ]);
    return row;
  }

  async refuseTooMany(airlineId: string, now: number): Promise<void> {
    const open = await this.readRows(InvitationRow, `where airline_id = ? and expires_at > ? limit ${limits.invitations}`, [
      airlineId,
      now,
    ]);
    if (open.length === limits.invitations)
      throw new Rejected('CONFLICT', `${limits.invitations} invitations wait for an answer already: revoke some first.`);
  }

  async ofToken(token: string, now: number): Promise<InvitationRow> {
    const [row] = await this.readRows(InvitationRow, 'where token_hash = ? and expires_at > ?', [digest(token), now]);
    if (row) return row;
    throw new Rejected('INVALID_INPUT', 'This invitation was used or revoked already, or is too old; ask for a new one.', 'token');
  }

  emailOf(row: InvitationRow): string {
    return openInvited(this.keyring, row) ?? '(sealed with a secret that is gone)';
  }

  ending(id: string): Statement {
    return { sql: 'delete from invitation where id = ?', params: [id] };
  }

  /** Every invitation of somebody who is erased, in whatever airline. */
  forgetting(email: string): Statement {
    const indexes = emailIndexes(this.keyring, email);
    return { sql: `delete from invitation where email_index in (${indexes.map(() => '?').join(', ')})`, params: indexes };
  }
}
