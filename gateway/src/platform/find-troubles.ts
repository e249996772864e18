import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type TroubleAbout, type TroubleCode, type TroubleLevel, type TroubleText, troubleText } from '@jetbridge/schema';
import { type Bus, type Storage, schemaVersion, sqliteFile } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';
import { inTime } from '../in-time.ts';
import { projectionTroubles } from './projection-troubles.ts';
import { givenUp, keptForMs } from './unsent-mail.ts';

/** Something that is wrong now, in words. */
export interface Trouble extends Found, TroubleText {}

export interface Found extends Partial<TroubleAbout> {
  code: TroubleCode;
  level: TroubleLevel;
  /** Epoch ms; absent where nothing tells. */
  since?: number;
}

/** What is looked at. */
export interface Examined {
  config: Pick<Config, 'databaseUrl' | 'roles' | 'secretFile'>;
  storage: Storage;
  bus: Pick<Bus, 'awaySince'>;
  now(): number;
}

const connectsWithinMs = 3_000; // NATS, at the start of a process
const unsentAfterMs = 10 * 60_000; // mail leaves within seconds where anything sends it
const leastFree = { WARN: 512, BAD: 128 }; // MB
const clocksDifferByMs = 3_000;

/** Everything that is wrong now, worst first. It throws for nothing the database does: that it does not answer is one of them. */
export async function findTroubles(examined: Examined, onError: (error: unknown) => void = () => {}): Promise<Trouble[]> {
  const inside = await inTime(insideDatabase(examined)).catch((error: unknown): Found[] => {
    onError(error);
    return [{ code: 'DATABASE_AWAY', level: 'BAD' }];
  });
  const found = [...inside, ...natsTroubles(examined), ...(await fileTroubles(examined))];
  const worstFirst = found.toSorted((one, other) => Number(other.level === 'BAD') - Number(one.level === 'BAD'));
  return worstFirst.map((trouble) => ({ ...trouble, ...troubleText(trouble) }));
}

/** One question after the other: who looks must not take the connections of those who work. */
async function insideDatabase(examined: Examined): Promise<Found[]> {
  const found: Found[] = [];
  for (const ask of [projectionTroubles, mailTroubles, schemaTroubles, clockTroubles]) found.push(...(await ask(examined)));
  return found;
}

/** What is tried again; mail that was given up stays in the outbox for who wants to know. */
async function mailTroubles({ storage: { reader }, now }: Examined): Promise<Found[]> {
  const failing = await reader.all<{ error: string; mails: number; since: number }>(
    `select error, count(*) as mails, min(created_at) as since from mail_outbox
     where sent_at is null and error is not null and due_at < ? group by error order by max(due_at) desc`,
    [givenUp],
  );
  const [unsent] = await reader.all<{ mails: number; since: number }>(
    `select count(*) as mails, min(due_at) as since from mail_outbox
     where sent_at is null and error is null and due_at < ? and coalesce(expires_at, created_at + ${keptForMs}) > ?`,
    [now() - unsentAfterMs, now()],
  );
  const found: Found[] = [];
  if (failing[0]) {
    const count = failing.reduce((sum, { mails }) => sum + Number(mails), 0);
    const since = Math.min(...failing.map(({ since }) => Number(since)));
    found.push({ code: 'MAIL_FAILING', level: 'WARN', count, detail: failing[0].error, since });
  }
  const [mails, since] = [Number(unsent?.mails ?? 0), Number(unsent?.since)];
  if (mails > 0) found.push({ code: 'MAIL_WAITING', level: 'WARN', count: mails, seconds: (now() - since) / 1_000, since });
  return found;
}

async function schemaTroubles({ storage: { reader } }: Examined): Promise<Found[]> {
  const [row] = await reader.all<{ version: number }>('select version from schema_info where id = 1');
  return Number(row?.version) > schemaVersion ? [{ code: 'SCHEMA_NEWER', level: 'WARN' }] : [];
}

async function clockTroubles({ storage: { kind, reader }, now }: Examined): Promise<Found[]> {
  if (kind === 'sqlite') return [];
  const [row] = await reader.all<{ at: number }>('select (extract(epoch from clock_timestamp()) * 1000)::bigint as at');
  const seconds = Math.abs(now() - Number(row!.at)) / 1_000;
  return seconds * 1_000 < clocksDifferByMs ? [] : [{ code: 'CLOCKS_DIFFER', level: 'WARN', seconds }];
}

function natsTroubles({ bus: { awaySince } }: Examined): Found[] {
  if (awaySince === null || Date.now() - awaySince < connectsWithinMs) return [];
  return [{ code: 'NATS_AWAY', level: 'WARN', since: awaySince }];
}

/** What the system says of our own files. What it does not say is no trouble. */
async function fileTroubles({ config: { databaseUrl, secretFile }, storage: { kind } }: Examined): Promise<Found[]> {
  const found: Found[] = [];
  const disk = kind === 'sqlite' ? await statfs(dirname(sqliteFile(databaseUrl))).catch(() => undefined) : undefined;
  if (disk) found.push(...diskTroubles((disk.bavail * disk.bsize) / 1_000_000));
  const secret = secretFile && process.platform !== 'win32' ? await stat(secretFile).catch(() => undefined) : undefined;
  if (secret && (secret.mode & 0o077) !== 0) found.push({ code: 'SECRET_READABLE', level: 'WARN' });
  return found;
}

export function diskTroubles(freeMb: number): Found[] {
  if (freeMb >= leastFree.WARN) return [];
  return [{ code: 'DISK_LOW', level: freeMb < leastFree.BAD ? 'BAD' : 'WARN', count: Math.floor(freeMb) }];
}
