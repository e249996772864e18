/** Seconds. From what an index answers to where people give up. */
const latency = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Instrument {
  /** A counter and a histogram are told what happens; a level and a total are asked for whenever somebody looks. */
  kind: 'counter' | 'histogram' | 'level' | 'total';
  /** In the notation of UCUM, as OpenTelemetry has it; braces hold a mere word. */
  unit: string;
  says: string;
  /** Each a bounded set: what a program can be in, never whose it is. */
  labels: readonly string[];
  boundaries?: readonly number[];
}

/**
 * Everything that is counted and measured. A name becomes that of Prometheus with `_` for each point, and `_total` behind what only grows;
 * it ends with its unit, so that it is the same whether it was scraped or sent.
 */
export const instruments = {
  'jetbridge.command.duration.seconds': {
    kind: 'histogram',
    unit: 's',
    says: 'Commands, from being asked to being answered. Outcome: done, failed, or the code of the refusal in small letters.',
    labels: ['operation', 'outcome'],
    boundaries: latency,
  },
  'jetbridge.api.errors': {
    kind: 'counter',
    unit: '{error}',
    says: 'Errors the API answered with, by their code. INTERNAL is a fault of ours, UNAVAILABLE a database that was away.',
    labels: ['code'],
  },
  'jetbridge.http.request.duration.seconds': {
    kind: 'histogram',
    unit: 's',
    says: 'HTTP requests. Route: graphql, page, file, export, health, metrics or other. Status: its first digit, such as 2xx.',
    labels: ['route', 'status'],
    boundaries: latency,
  },
  'jetbridge.append.batch.commands': {
    kind: 'histogram',
    unit: '{command}',
    says: 'Commands committed together.',
    labels: [],
    boundaries: [1, 2, 3, 5, 8, 13, 21, 34, 50],
  },
  'jetbridge.append.duration.seconds': {
    kind: 'histogram',
    unit: 's',
    says: 'One commit of the log, however many commands are in it. Outcome: committed, or failed: then nothing of it was stored.',
    labels: ['outcome'],
    boundaries: latency,
  },
  'jetbridge.projection.events': {
    kind: 'counter',
    unit: '{event}',
    says: 'Events brought into the read models by this process.',
    labels: [],
  },
  'jetbridge.projection.batch.duration.seconds': {
    kind: 'histogram',
    unit: 's',
    says: 'One batch of one airline, from reading the log to the checkpoint. Outcome: done or failed.',
    labels: ['outcome'],
    boundaries: latency,
  },
  'jetbridge.projection.lag.seconds': {
    kind: 'level',
    unit: 's',
    says: 'Age of the oldest event that is not projected, by share of the airlines; 0 where none waits. Without stopped airlines.',
    labels: ['share'],
  },
  'jetbridge.projection.waiting.events': {
    kind: 'level',
    unit: '{event}',
    says: 'Events stored and not projected, those of stopped airlines included.',
    labels: [],
  },
  'jetbridge.projection.shares.unowned': {
    kind: 'level',
    unit: '{share}',
    says: 'Shares of the airlines no projector holds. On SQLite always 0: there is one process.',
    labels: [],
  },
  'jetbridge.projection.stopped.airlines': {
    kind: 'level',
    unit: '{airline}',
    says: 'Airlines whose read models stand still before an event that cannot be projected.',
    labels: [],
  },
  'jetbridge.live.groups': {
    kind: 'level',
    unit: '{group}',
    says: 'Groups of subscribers that get the same bytes: same topic, same question, same standing.',
    labels: [],
  },
  'jetbridge.live.subscribers': {
    kind: 'level',
    unit: '{subscriber}',
    says: 'Running subscriptions. State: live, or catching_up.',
    labels: ['state'],
  },
  'jetbridge.live.sockets': { kind: 'level', unit: '{socket}', says: 'WebSockets open on this process.', labels: [] },
  'jetbridge.live.frames': { kind: 'counter', unit: '{frame}', says: 'Changes written to sockets, one for each subscriber.', labels: [] },
  'jetbridge.live.delay.seconds': {
    kind: 'histogram',
    unit: 's',
    says: 'From the moment a change was stored until it was written to those who follow live; once for each topic. Not for who was away.',
    labels: [],
    boundaries: latency,
  },
  'jetbridge.live.slow.closes': {
    kind: 'counter',
    unit: '{socket}',
    says: 'Sockets closed because their reader did not keep up; it comes back with its cursor.',
    labels: [],
  },
  'jetbridge.mail.outbox': {
    kind: 'level',
    unit: '{mail}',
    says: 'Mail that is not sent. State: waiting, failing when the last attempt was refused, or given_up.',
    labels: ['state'],
  },
  'jetbridge.mail.late.seconds': {
    kind: 'level',
    unit: 's',
    says: 'How long the oldest mail waits to be sent; 0 where none waits. Without what was given up or has expired.',
    labels: [],
  },
  'jetbridge.sessions': { kind: 'level', unit: '{session}', says: 'Sessions that are neither ended nor expired.', labels: [] },
  'jetbridge.database.up': { kind: 'level', unit: '{database}', says: '1 where the database answers in time, else 0.', labels: [] },
  'jetbridge.database.connections': {
    kind: 'level',
    unit: '{connection}',
    says: 'Connections to PostgreSQL. Pool: append or read. State: used or idle.',
    labels: ['pool', 'state'],
  },
  'jetbridge.database.connections.limit': {
    kind: 'level',
    unit: '{connection}',
    says: 'The most connections a pool may have.',
    labels: ['pool'],
  },
  'jetbridge.database.waiting': { kind: 'level', unit: '{request}', says: 'Who waits for a connection of the pool.', labels: ['pool'] },
  'jetbridge.event.loop.delay.seconds': {
    kind: 'level',
    unit: 's',
    says: 'How late the event loop comes to a timer, since the last look. Percentile: 50, 99 or 100.',
    labels: ['percentile'],
  },
  'jetbridge.event.loop.active.seconds': { kind: 'total', unit: 's', says: 'Time in which the event loop was at work.', labels: [] },
  'jetbridge.process.cpu.seconds': { kind: 'total', unit: 's', says: 'Processor time. Mode: user or system.', labels: ['mode'] },
  'jetbridge.process.uptime.seconds': { kind: 'level', unit: 's', says: 'Since the start of the process.', labels: [] },
  'jetbridge.process.memory.bytes': {
    kind: 'level',
    unit: 'By',
    says: 'Memory. Kind: rss, heap_used, heap_total or external.',
    labels: ['kind'],
  },
  'jetbridge.process.memory.limit.bytes': {
    kind: 'level',
    unit: 'By',
    says: 'What the process may have: that of its container, else of the machine.',
    labels: [],
  },
} as const satisfies Record<string, Instrument>;

export type InstrumentName = keyof typeof instruments;
type OfKind<K extends Instrument['kind']> = {
  [N in InstrumentName]: (typeof instruments)[N]['kind'] extends K ? N : never;
}[InstrumentName];

/** Told what happens. */
export type Recorded = OfKind<'counter' | 'histogram'>;
/** Asked for. */
export type Observed = OfKind<'level' | 'total'>;
/** A value for each label of the instrument, and none when it has none. */
export type Labels<N extends InstrumentName> = Readonly<Record<(typeof instruments)[N]['labels'][number], string>>;

/** As Prometheus knows it. A histogram has `_bucket`, `_sum` and `_count` behind it. */
export function prometheusName(name: InstrumentName): string {
  const { kind } = instruments[name];
  return name.replaceAll('.', '_') + (kind === 'counter' || kind === 'total' ? '_total' : '');
}
