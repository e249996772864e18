/** Places on the way of a command, from its decision to the screens, where a test may make the product fail. In the order they are passed. */
export type Failpoint =
  /** gateway/src/commands.ts: decided and encoded; the log knows nothing of it. */
  | 'append.before'
  /** storage/group-commit.ts: the batch is together; nothing of it has reached the database. */
  | 'commit.before'
  /** The event logs: SQLite has the rows and is not told to commit; PostgreSQL was sent the statement and has not answered. */
  | 'commit.within'
  /** storage/group-commit.ts: durable, and nobody knows. */
  | 'commit.after'
  /** storage/bus.ts: an `appended` hint is about to be told to this process. */
  | 'hint.appended'
  /** projector/src/runner/follow.ts: a batch is read, its transaction not begun. */
  | 'project.before'
  /** projector/src/runner/apply-batch.ts: the rows are written, the checkpoint is not; the transaction is open. */
  | 'checkpoint.before'
  /** projector/src/runner/projector.ts: rows and checkpoint are committed, and nobody was told. */
  | 'checkpoint.after'
  /** storage/bus.ts: a `projected` hint is about to be told to this process. */
  | 'hint.projected'
  /** gateway/src/commands.ts: stored and readable; its sender has no answer. */
  | 'acknowledge.before'
  /** gateway/src/live/hub.ts: changes are read; nobody's standing is proved. */
  | 'deliver.before'
  /** gateway/src/live/delivery.ts: a group may know; what the changes are about is not read. */
  | 'deliver.answer'
  /** gateway/src/live/delivery.ts: the answers of a group are made, no frame is written. */
  | 'deliver.write'
  /** gateway/src/live/hub.ts: every frame is with TCP; the feed has not moved. */
  | 'deliver.after';

/** Lets happen what stands at a place: as it would, or late, twice or not at all; or throws, or never comes back. */
export type Armed = <T = void>(place: Failpoint, happen?: () => T | Promise<T>) => Promise<T>;

/** Set by tests only. Unarmed, passing a place costs the reading of this property. */
export const failpoints: { armed: Armed | undefined } = { armed: undefined };
