import { type AirlineFieldsFragment, messages } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { AirlineRow } from './airline-row.tsx';

interface Props {
  airlines: readonly AirlineFieldsFragment[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function AirlineTable({ airlines, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{messages.airlines.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.airlineNew.code}</th>
            <th scope="col">{messages.airlineNew.name}</th>
            <th scope="col" className="col-1">
              {messages.airlineNew.joinPolicy}
            </th>
          </tr>
        </thead>
        <tbody>
          {airlines.map((airline) => (
            <AirlineRow key={airline.id} airline={airline} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
