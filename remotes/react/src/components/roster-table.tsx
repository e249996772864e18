import { peopleMessages, type RosterFieldsFragment } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { RosterRow } from './roster-row.tsx';

const text = peopleMessages.roster;

interface Props {
  code: string;
  members: readonly RosterFieldsFragment[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function RosterTable({ code, members, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.callsign}</th>
            <th scope="col">{text.pilot}</th>
            <th scope="col">{text.role}</th>
            <th scope="col" className="col-2">
              {text.rank}
            </th>
            <th scope="col" className="num">
              {text.hours}
            </th>
            <th scope="col" className="col-1 num">
              {text.flights}
            </th>
            <th scope="col" className="col-3 num">
              {text.distance}
            </th>
            <th scope="col" className="col-4">
              {text.lastAirport}
            </th>
            <th scope="col" className="col-4">
              {text.joined}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <RosterRow key={member.id} code={code} member={member} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
