// What emmett-sqlite uses of the package sqlite3, over better-sqlite3: the same SQLite under every contender, nothing to compile for those
// who only install. It helps the peer: its statements are prepared once, and no call crosses to another thread. With the real package
// installed somewhere else, BENCH_SQLITE3=/where/node_modules/sqlite3 has files named *.sqlite3 opened by that.
import { createRequire } from 'node:module';
import Sqlite from 'better-sqlite3';

const real = process.env.BENCH_SQLITE3 && createRequire(import.meta.url)(process.env.BENCH_SQLITE3);

class OverBetterSqlite {
  #database;
  #statements = new Map();

  constructor(file) {
    this.#database = new Sqlite(file);
    this.#database.pragma('journal_mode = wal');
    this.#database.pragma('synchronous = full');
  }

  run(sql, ...rest) {
    this.#call(sql, rest, (statement, values) => (statement.reader ? statement.all(values) : statement.run(values)));
  }

  get(sql, ...rest) {
    this.#call(sql, rest, (statement, values) => statement.get(values));
  }

  all(sql, ...rest) {
    this.#call(sql, rest, (statement, values) => statement.all(values));
  }

  close() {
    this.#database.close();
  }

  #call(sql, rest, act) {
    const done = typeof rest.at(-1) === 'function' ? rest.pop() : () => {};
    try {
      let statement = this.#statements.get(sql);
      if (!statement) {
        statement = this.#database.prepare(sql);
        this.#statements.set(sql, statement);
      }
      const result = act(statement, (rest[0] ?? []).map(bindable));
      process.nextTick(() => done.call({ changes: result?.changes, lastID: result?.lastInsertRowid }, null, result));
    } catch (error) {
      process.nextTick(() => done(error));
    }
  }
}

/** As sqlite3 binds: emmett gives it an object for the partition, which becomes a string. */
function bindable(value) {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? String(value) : (value ?? null);
}

function Database(file) {
  return real && file.endsWith('.sqlite3') ? new real.Database(file) : new OverBetterSqlite(file);
}

export default { Database };
