const passing = [
  /^(08|53|57|40|55|25P0[34])/, // PostgreSQL: connections, resources, shutdown, serialization and deadlock, locks, idle transactions
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/,
  /^SQLITE_(BUSY|LOCKED|IOERR|FULL)/,
];

/** True for trouble of the database that is no fault of what was asked: the same may work in a moment. */
export function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  return (
    passing.some((pattern) => pattern.test(String(code))) || /connection (terminated|timeout)|timeout exceeded|not queryable/i.test(message)
  );
}
