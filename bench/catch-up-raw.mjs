// The log into PIREP rows with the bare driver: what bench/catch-up.mjs holds the projector against.
import Sqlite from 'better-sqlite3';
import pg from 'pg';

const batchSize = 500;
const reading = 'select sequence, type, data, recorded_at from event where tenant = ? and sequence > ? order by sequence limit ?';
const columns =
  `id airline_id member_id state flight_number departure arrival alternate off_block_at on_block_at block_minutes flight_minutes
  aircraft_type registration distance_nm distance_overridden block_fuel_kg fuel_used_kg fuel_unit landing_rate_fpm cruise_level network route
  remarks training filed_at reviewed_at reviewer_id reason`.split(/\s+/);
const property = (column) => column.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
const properties = columns.map(property);
const reviewed = (type) => (type === 'PirepAccepted' ? 'ACCEPTED' : 'REJECTED');

function rowOf(tenant, { report, pirepId, memberId }, filedAt) {
  const times = { offBlockAt: Date.parse(report.offBlockAt), onBlockAt: Date.parse(report.onBlockAt), filedAt };
  const row = { ...report, ...times, id: pirepId, airlineId: tenant, memberId, state: 'PENDING' };
  return properties.map((name) => (typeof row[name] === 'boolean' ? Number(row[name]) : (row[name] ?? null)));
}

/** A prepared statement per event: for SQLite, nothing is faster. */
export async function rawSqlite(file, airlines) {
  const database = new Sqlite(file);
  database.pragma('synchronous = full');
  database.exec('create table raw_pirep as select * from rm_pirep where false; create unique index raw_pirep_id on raw_pirep (id)');
  const indexes = database
    .prepare(`select name, sql from sqlite_master where type = 'index' and tbl_name = 'rm_pirep' and sql is not null`)
    .all();
  for (const { name, sql } of indexes) database.exec(sql.replace(name, `raw_${name}`).replace(/ on `?rm_pirep`? /, ' on raw_pirep '));
  database.exec('create table raw_checkpoint (tenant text primary key, sequence bigint not null)');
  const read = database.prepare(reading);
  const updates = columns.slice(1).map((name) => `${name} = excluded.${name}`);
  const put = database.prepare(
    `insert into raw_pirep (${columns}) values (${columns.map(() => '?')}) on conflict (id) do update set ${updates}`,
  );
  const review = database.prepare('update raw_pirep set state = ?, reviewed_at = ?, reviewer_id = ?, reason = ? where id = ?');
  const checkpoint = database.prepare(
    'insert into raw_checkpoint values (?, ?) on conflict (tenant) do update set sequence = excluded.sequence',
  );
  const apply = database.transaction((tenant, rows) => {
    for (const row of rows) {
      const data = JSON.parse(row.data);
      if (row.type === 'PirepFiled') put.run(rowOf(tenant, data, row.recorded_at));
      else if (data.reviewerId) review.run(reviewed(row.type), row.recorded_at, data.reviewerId, data.reason ?? null, data.pirepId);
    }
    checkpoint.run(tenant, rows.at(-1).sequence);
  });
  return {
    empty: () => database.exec('delete from raw_pirep; delete from raw_checkpoint'),
    run: async () => {
      for (let airline = 0; airline < airlines; airline++) {
        for (let rows, after = 0; ; after = rows.at(-1).sequence) {
          rows = read.all(`airline-${airline}`, after, batchSize);
          if (rows.length === 0) break;
          apply(`airline-${airline}`, rows);
        }
      }
    },
    close: () => database.close(),
  };
}

/** Two statements and the checkpoint per batch, rows as JSON: few round trips, as one would write it by hand. */
export async function rawPostgres(url, airlines) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table raw_pirep (like rm_pirep including all)');
  await client.query('create table raw_checkpoint (tenant text primary key, sequence bigint not null)');
  const updates = columns.slice(1).map((name) => `${name} = excluded.${name}`);
  const put = `insert into raw_pirep (${columns}) select ${columns} from json_populate_recordset(null::raw_pirep, $1) on conflict (id) do update set ${updates}`;
  const review = `update raw_pirep set state = change.state, reviewed_at = change.reviewed_at, reviewer_id = change.reviewer_id, reason = change.reason
    from json_populate_recordset(null::raw_pirep, $1) as change where raw_pirep.id = change.id`;
  const apply = async (tenant, rows) => {
    const [filed, reviews] = [[], []];
    for (const row of rows) {
      const data = JSON.parse(row.data);
      if (row.type === 'PirepFiled')
        filed.push(Object.fromEntries(rowOf(tenant, data, Number(row.recorded_at)).map((value, n) => [columns[n], value])));
      else if (data.reviewerId) {
        const { pirepId: id, reviewerId: reviewer_id, reason } = data;
        reviews.push({ id, state: reviewed(row.type), reviewed_at: row.recorded_at, reviewer_id, reason });
      }
    }
    for (const row of filed) Object.assign(row, { distance_overridden: Boolean(row.distance_overridden), training: Boolean(row.training) });
    await client.query('begin');
    await client.query({ name: 'put', text: put, values: [JSON.stringify(filed)] });
    await client.query({ name: 'review', text: review, values: [JSON.stringify(reviews)] });
    const text = 'insert into raw_checkpoint values ($1, $2) on conflict (tenant) do update set sequence = excluded.sequence';
    await client.query({ name: 'checkpoint', text, values: [tenant, rows.at(-1).sequence] });
    await client.query('commit');
  };
  const text = reading.replace('?', '$1').replace('?', '$2').replace('?', '$3');
  return {
    empty: () => client.query('truncate raw_pirep, raw_checkpoint'),
    run: async () => {
      for (let airline = 0; airline < airlines; airline++) {
        for (let rows, after = 0; ; after = rows.at(-1).sequence) {
          ({ rows } = await client.query({ name: 'read', text, values: [`airline-${airline}`, after, batchSize] }));
          if (rows.length === 0) break;
          await apply(`airline-${airline}`, rows);
        }
      }
    },
    close: () => client.end(),
  };
}
