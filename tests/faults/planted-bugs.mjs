// Do the fault tests see what they are for? Plants bugs one by one into the built product, runs a test, and expects it to fail.
// `node tests/faults/planted-bugs.mjs [name …]`, after `npm run build`. What it changed is put back, also after Ctrl-C.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const alone = ['tests/faults/kill.test.ts', '-t', 'SQLite:'];
const distributed = ['tests/faults/distributed.test.ts'];

const bugs = {
  'acknowledged before the commit': {
    file: 'schema/dist/storage/group-commit.js',
    find: 'const results = await this.#commit(',
    plant: `for (const { append, resolve } of batch) resolve(append.writes.map(({ tenant }) => ({ tenant, sequence: 1 })));
                await new Promise((resolve) => setTimeout(resolve, 60));
                const results = await this.#commit(`,
  },
  'command ids not kept': {
    file: 'schema/dist/storage/sqlite-event-log.js',
    find: 'recordedAt, commandId ?? null)',
    plant: 'recordedAt, null)',
  },
  'the head row does not move': {
    file: 'schema/dist/storage/sqlite-event-log.js',
    find: 'this.#moveHead.get(tenant, events.length',
    plant: `this.#writer.prepare('select coalesce(max(sequence), 0) from event where tenant = ?').pluck().get(tenant) + events.length; this.#moveHead.get(tenant, 0`,
  },
  'the checkpoint moves outside the transaction': {
    file: 'projector/dist/runner/apply-batch.js',
    find: 'return storage.transaction((sql) => applyIn(sql, storage.kind, target, projections, tenant, events), { derived: true });',
    plant: `let late;
    const hold = (sql) => ({ ...sql, run: async (text, params) => (text.startsWith('update checkpoint') ? ((late = [text, params]), 1) : sql.run(text, params)) });
    return storage.transaction((sql) => applyIn(hold(sql), storage.kind, target, projections, tenant, events)).then(async (now) => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      if (late) await storage.transaction((sql) => sql.run(...late));
      return now;
    });`,
  },
  'a row is not written now and then': {
    file: 'projector/dist/runner/rows.js',
    find: 'for (const held of this.#held.values()) {',
    plant: 'for (const held of this.#held.values()) {\n            if (held.table.name === "rm_member" && Math.random() < 0.1) continue;',
  },
  '`previous` is the cursor itself': {
    file: 'gateway/dist/graphql/changes.js',
    find: 'previous: cursor(here)',
    plant: 'previous: cursor(next)',
  },
  'only the first change of an event': {
    file: 'gateway/dist/graphql/changes.js',
    find: 'touched.slice(first)',
    plant: 'touched.slice(first, 1)',
  },
  'the cursor is one event ahead': {
    file: 'gateway/dist/graphql/changes.js',
    find: 'part + 1 === touched.length ? { sequence: event.sequence, part: 0 }',
    plant: 'part + 1 === touched.length ? { sequence: event.sequence + 1, part: 0 }',
  },
  'a subscription resumes one event too early': {
    file: 'gateway/dist/cursors.js',
    find: 'return { sequence, part };',
    plant: 'return { sequence: sequence - 1, part: 0 };',
  },
  'a frame is sent twice now and then': {
    file: 'gateway/dist/live/delivery.js',
    find: 'outlet.write(frames);',
    plant: 'outlet.write(frames); if (Math.random() < 0.05) outlet.write(frames);',
  },
  'a hint is believed': {
    test: distributed,
    file: 'gateway/dist/projected.js',
    find: 'if (!(await Promise.race([told, late.promise])))',
    plant: 'if (await Promise.race([told, late.promise])) return true; else',
  },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(bugs);
for (const test of [alone, distributed]) {
  const healthy = runFaults(test);
  if (healthy !== null) throw new Error(`The product fails without any planted bug: ${healthy}`);
}
console.log('passes  nothing planted');

let missed = 0;
for (const name of names) {
  const { test = alone, file, find, plant } = bugs[name];
  const original = readFileSync(file, 'utf8');
  if (original.split(find).length !== 2) throw new Error(`${file} does not hold ${JSON.stringify(find)} once: mend this script.`);
  const restore = () => writeFileSync(file, original);
  process.once('SIGINT', restore);
  writeFileSync(
    file,
    original.replace(find, () => plant),
  );
  const failure = runFaults(test);
  restore();
  process.off('SIGINT', restore);
  if (failure === null) missed++;
  console.log(failure === null ? `MISSED  ${name}` : `caught  ${name}: ${failure}`);
}
process.exitCode = missed ? 1 : 0;

/** Null when the test passes, else the first thing it complains about. */
function runFaults(test) {
  const env = { ...process.env, FAULT_KILLS: '3', FAULT_SEED: '7', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('vitest', ['run', ...test], { env, encoding: 'utf8' });
  if (status === 0) return null;
  return /(?:AssertionError|Error): (.*)/.exec(`${stdout}${stderr}`)?.[1]?.slice(0, 120) ?? 'see the output of vitest';
}
