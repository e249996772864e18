import { messages, type PirepFieldsFragment } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { useCan } from '../use-context.ts';
import { PirepRow } from './pirep-row.tsx';

const text = messages.pireps;

interface Props {
  code: string;
  pireps: readonly PirepFieldsFragment[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function PirepTable({ code, pireps, children }: Props) {
  const canReview = useCan('pirep:review', code);
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.flight}</th>
            <th scope="col">{text.route}</th>
            <th scope="col" className="col-2">
              {text.pilot}
            </th>
            <th scope="col" className="col-3">
              {text.offBlock}
            </th>
            <th scope="col" className="col-1 num">
              {text.block}
            </th>
            <th scope="col" className="col-4 num">
              {text.distance}
            </th>
            <th scope="col" className="col-4">
              {text.aircraft}
            </th>
            <th scope="col">{text.state}</th>
            {canReview && (
              <th scope="col">
                <span className="visually-hidden">{text.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {pireps.map((pirep) => (
            <PirepRow key={pirep.id} code={code} pirep={pirep} canReview={canReview} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
