import { MailRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { type Mail, MailConnection } from './mail.types.ts';

@Resolver()
export class MailResolver {
  @Query(() => MailConnection, { description: 'Mail that waits, and what was sent in the last days; newest first.' })
  async mailOutbox(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { services: { config, storage, cursors, mailOutbox } }: RequestContext,
  ): Promise<Connection<Mail>> {
    const page = openPage(cursors, 'mail', first, after);
    const em = storage.em();
    const [at, id] = page.after ?? [];
    const before = { $or: [{ createdAt: { $lt: Number(at) } }, { createdAt: Number(at), id: { $lt: String(id) } }] };
    const rows = await em.find(MailRow, page.after ? before : {}, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.size + 1 });
    const toMail = (row: MailRow): Mail => {
      const letter = mailOutbox.open(row.id, row.sealed);
      return {
        id: row.id,
        to: letter?.to ?? '(sealed with a secret that is gone)',
        subject: letter?.subject ?? '',
        text: (config.smtpUrl ? null : letter?.text) ?? null,
        createdAt: row.createdAt,
        sentAt: row.sentAt ?? null,
        attempts: row.attempts,
        error: row.error ?? null,
      };
    };
    return toConnection(
      cursors,
      page,
      rows,
      () => em.count(MailRow, {}),
      (row) => [row.createdAt, row.id],
      toMail,
    );
  }
}
