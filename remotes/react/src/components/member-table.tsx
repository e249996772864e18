import { type MemberFieldsFragment, messages } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { MemberRow } from './member-row.tsx';

const text = messages.airlineHome;

interface Props {
  members: readonly MemberFieldsFragment[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function MemberTable({ members, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.rosterCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.callsign}</th>
            <th scope="col">{text.pilot}</th>
            <th scope="col">{text.role}</th>
            <th scope="col" className="num">
              {text.hours}
            </th>
            <th scope="col" className="col-1 num">
              {text.flights}
            </th>
            <th scope="col" className="col-2 num">
              {text.distance}
            </th>
            <th scope="col" className="col-3">
              {text.lastAirport}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
