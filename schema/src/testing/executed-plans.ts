import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Sql } from '../storage/index.ts';

export interface ExecutedPlan {
  /** White space made one. */
  statement: string;
  /** As `explain` prints it, without costs of what really happened. */
  plan: string;
}

/**
 * Every statement sent to PostgreSQL on connections made from now on, with the plan it was executed by: the server explains each to who sent
 * it (auto_explain), so nothing is listed by hand and nothing can be forgotten.
 */
export class ExecutedPlans {
  #plans: ExecutedPlan[] = [];
  readonly #emit = pg.Client.prototype.emit;

  constructor() {
    const keep = (notice: unknown) => this.#keep(notice);
    pg.Client.prototype.emit = function (this: pg.Client, name: string, ...args: unknown[]) {
      if (name === 'notice') keep(args[0]);
      return EventEmitter.prototype.emit.call(this, name, ...args);
    } as pg.Client['emit'];
  }

  /** Has the server explain from now on, on connections that are all made anew. */
  async switchOn(sql: Sql): Promise<void> {
    const [database] = await sql.all<{ name: string }>('select current_database() as name');
    const settings = {
      session_preload_libraries: 'auto_explain',
      'auto_explain.log_min_duration': '0',
      'auto_explain.log_level': 'notice',
    };
    for (const [name, value] of Object.entries(settings)) await sql.run(`alter database ${database!.name} set ${name} = '${value}'`);
    // The connection that asks goes last, and takes its answer with it.
    await sql
      .run(
        `select pg_terminate_backend(pid) from (select pid from pg_stat_activity where datname = current_database()
         order by pid = pg_backend_pid()) backends`,
      )
      .catch(() => {});
  }

  async during(work: () => Promise<unknown>): Promise<readonly ExecutedPlan[]> {
    this.#plans = [];
    await work();
    return this.#plans;
  }

  [Symbol.dispose](): void {
    pg.Client.prototype.emit = this.#emit;
  }

  #keep(notice: unknown): void {
    const { message = '' } = notice as { message?: string };
    const [head = '', ...lines] = message.split('\n');
    if (!head.includes('plan:')) return;
    const start = lines.findIndex((line) => /^\S.*\(cost=/.test(line));
    const statement = lines
      .slice(0, start)
      .join(' ')
      .replace(/^Query Text: /, '')
      .replace(/Query Parameters: .*$/, '');
    this.#plans.push({ statement: statement.replace(/\s+/g, ' ').trim(), plan: lines.slice(start).join('\n') });
  }
}
