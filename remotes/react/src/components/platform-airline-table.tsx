import { type AirlineFieldsFragment, messages, platformMessages } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { PlatformAirlineRow } from './platform-airline-row.tsx';

const text = platformMessages.airlines;

interface Props {
  airlines: readonly AirlineFieldsFragment[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function PlatformAirlineTable({ airlines, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.airlineNew.code}</th>
            <th scope="col">{messages.airlineNew.name}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">
              <span className="visually-hidden">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {airlines.map((airline) => (
            <PlatformAirlineRow key={airline.id} airline={airline} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
