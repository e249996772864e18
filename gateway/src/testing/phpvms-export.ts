import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const hour = 60 * 60_000;
const opened = Date.parse('2023-02-01T06:00:00Z');
const airports = ['ENGM', 'ENBR', 'ENVA', 'ENTC', 'ESSA', 'EKCH', 'EGLL', 'EDDF', 'LFPG', 'LEMG'];
const at = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** The tables of a phpVMS 7 with so many pilots, who have flown in turn: of fifty flights one was rejected and one waits. */
export async function writePhpvmsExport(folder: string, { pilots, pireps }: { pilots: number; pireps: number }): Promise<string> {
  await mkdir(folder, { recursive: true });
  const users = Array.from({ length: pilots }, (_, n) => `${n + 1},${n + 100},"Pilot, ${n + 1}",pilot${n + 1}@va.example,1,${at(opened)}`);
  const flights = Array.from({ length: pireps }, (_, n) => {
    const [off, on] = [opened + n * hour, opened + n * hour + 1.5 * hour];
    const state = n % 50 === 7 ? 6 : n % 50 === 9 ? 1 : 2;
    const [from, to] = [airports[n % 10], airports[(n + 1 + (n % 7)) % 10]];
    return `p${n},${(n % pilots) + 1},${(n % 2) + 1},${100 + (n % 800)},${from},${to},36000,80,12000.00,9000.00,-${100 + (n % 300)}.25,"Two\nlines",${state},${at(on + 600_000)},${at(off)},${at(on)}`;
  });
  await write(folder, 'users', 'id,pilot_id,name,email,state,created_at', users);
  await write(folder, 'aircraft', 'id,icao,registration', ['1,B738,LN-NGA', '2,A320,LN-RKA']);
  await write(
    folder,
    'pireps',
    'id,user_id,aircraft_id,flight_number,dpt_airport_id,arr_airport_id,level,flight_time,block_fuel,fuel_used,landing_rate,notes,state,submitted_at,block_off_time,block_on_time',
    flights,
  );
  return folder;
}

async function write(folder: string, table: string, header: string, rows: readonly string[]): Promise<void> {
  await writeFile(join(folder, `${table}.csv`), `${[header, ...rows].join('\n')}\n`);
}
