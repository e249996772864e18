import type { FilePirepInput, PirepFieldsFragment } from './operations/generated.ts';

type Row = Pick<PirepFieldsFragment, 'flightNumber' | 'offBlockAt'> & { departure: { icao: string } };

/** Of what is being filed, the rows for an airline's list: what is in the list already came before its answer did, and stands there once. */
export function filingRows(filing: readonly FilePirepInput[], airlineId: string | undefined, rows: readonly Row[]): FilePirepInput[] {
  const flown = (number: string, from: string, at: string) => `${number} ${from} ${Date.parse(at)}`;
  const there = new Set(rows.map(({ flightNumber, departure, offBlockAt }) => flown(flightNumber, departure.icao, offBlockAt)));
  return filing.filter(
    ({ airlineId: id, flightNumber, departure, offBlockAt }) => id === airlineId && !there.has(flown(flightNumber, departure, offBlockAt)),
  );
}
