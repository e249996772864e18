import { pirepStream } from '@jetbridge/schema/events';
import {
  freeShares,
  leaseShares,
  openStorage,
  projectionName,
  type Sql,
  type Storage,
  shareOf,
  stoppedTenants,
} from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';
import type { Trouble } from '../platform/find-troubles.ts';
import { inWords } from './doctor.ts';
import { type Examination, examine } from './examine.ts';

interface Stored {
  tenant: string;
  sequence: number;
  type: string;
  at: number;
}

/**
 * Why a PIREP is not on somebody's screen, in sentences: whether it was stored, whether it is projected and why not, what the lists have of
 * it, and who may see it. The exit code is 1 where it is on nobody's. @param pirep its id, or its address
 */
export async function whyNotSeen(config: Config, pirep: string): Promise<void> {
  const examined = await examine(config);
  const { troubles } = examined;
  if (troubles.some(({ code }) => code === 'DATABASE_AWAY')) return tell(troubles.map(inWords), false);
  const storage = await openStorage(config.databaseUrl, { migrations: false });
  try {
    const { sentences, seen } = await explain(storage, idIn(pirep), examined);
    tell(sentences, seen);
  } finally {
    await storage.close();
  }
}

/** Its address in a browser ends with it. */
function idIn(text: string): string {
  return (
    text
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast(Boolean) ?? ''
  );
}

function tell(sentences: readonly string[], seen: boolean): void {
  for (const sentence of sentences) console.log(sentence);
  if (!seen) process.exitCode = 1;
}

async function explain(storage: Storage, id: string, examined: Examination): Promise<{ sentences: string[]; seen: boolean }> {
  const { reader } = storage;
  const events = await eventsOf(reader, id);
  const last = events.at(-1);
  if (!last) {
    return {
      sentences: [
        `The log knows no PIREP ${id}: it was never stored.`,
        '  Ask who filed it to look at that screen: it waits to be sent there, or says why it was refused.',
      ],
      seen: false,
    };
  }
  const [airline] = await reader.all<{ code: string; state: string }>('select code, state from rm_airline where id = ?', [last.tenant]);
  const name = airline?.code ?? last.tenant;
  const stored = events.map(({ type, sequence, at }) => `${type} (event ${sequence} of ${name}) at ${new Date(at).toISOString()}`);
  const sentences = [`PIREP ${id} is stored: ${stored.join(', ')}.`];

  const [done] = await reader.all<{ sequence: number }>('select sequence from checkpoint where projection = ? and tenant = ?', [
    projectionName,
    last.tenant,
  ]);
  const reached = Number(done?.sequence ?? 0);
  const projected = reached >= last.sequence;
  if (projected) sentences.push(`All of that is projected: the read models have come to event ${reached} of ${name}.`);
  else {
    sentences.push(`Event ${last.sequence} is not projected yet: the read models have come to event ${reached} of ${name}.`);
    sentences.push(...(await whyNotProjected(storage, last.tenant, name, examined)));
  }

  const [row] = await reader.all<{ state: string; left: number | null }>(
    'select pirep.state as state, member.left_at as "left" from rm_pirep pirep left join rm_member member on member.id = pirep.member_id where pirep.id = ?',
    [id],
  );
  if (row) sentences.push(`The lists of ${name} have it as ${row.state}.`);
  else if (!projected) sentences.push(`The lists of ${name} do not have it yet.`);
  else sentences.push(`The lists of ${name} do not have it, though they should.\n  Make them anew: jetbridge projections rebuild.`);

  sentences.push(`Members of ${name} and platform admins may see it; to everybody else it does not exist.`);
  if (airline && airline.state !== 'ACTIVE') sentences.push(`${name} is ${airline.state}: what is there can be read, and not changed.`);
  if (row?.left != null) sentences.push(`Who filed it has left ${name}, and sees it no more.`);
  const seen = projected && row !== undefined;
  if (seen)
    sentences.push('A page of theirs that does not show it: load it again, and look at its filters, and at who is signed in there.');
  return { sentences, seen };
}

/** Along the index of each history, whose ids are few. */
async function eventsOf(reader: Sql, id: string): Promise<Stored[]> {
  const rows = await reader.all<Stored>(
    `select event.tenant as tenant, event.sequence as sequence, event.type as type, event.recorded_at as at
     from tenant_head head join event on event.tenant = head.tenant and event.stream = ? order by event.stream_version`,
    [pirepStream(id)],
  );
  return rows.map(({ sequence, at, ...row }) => ({ ...row, sequence: Number(sequence), at: Number(at) }));
}

async function whyNotProjected(storage: Storage, tenant: string, name: string, { troubles, remarks }: Examination): Promise<string[]> {
  const stop = (await stoppedTenants(storage.reader)).find((stopped) => stopped.tenant === tenant);
  const of = (code: Trouble['code']) => troubles.filter((trouble) => trouble.code === code).map(inWords);
  if (stop) {
    const { sequence, since, attempts, error } = stop;
    const told = troubles.find(({ code, airline }) => code === 'AIRLINE_STOPPED' && (airline === name || airline === tenant));
    return [
      `${name} stands still before event ${sequence} since ${new Date(Number(since)).toISOString()}, attempts: ${attempts}: ${error}`,
      ...(told ? [`  ${told.nextStep}`] : []),
    ];
  }
  const free = await freeShares(storage);
  const ours = free.includes(shareOf(tenant, leaseShares)) ? of('SHARES_FREE') : [];
  const reasons = [...remarks, ...of('NO_PROJECTOR'), ...ours, ...of('PROJECTION_LAGS')];
  return reasons.length > 0 ? reasons : ['A projector is about to: ask again in a few seconds.'];
}
