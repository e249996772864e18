import { type FilePirepInput, messages, type PirepFieldsFragment, type PirepView } from '@jetbridge/schema';
import type { FocusEvent, ReactNode } from 'react';
import { useCan, useViewer } from '../use-context.ts';
import { PirepRow } from './pirep-row.tsx';
import { SendingRow } from './sending-row.tsx';
import { SortHeader } from './sort-header.tsx';

const text = messages.pireps;

interface Props {
  code: string;
  pireps: readonly PirepFieldsFragment[];
  /** The viewer's that are not there yet: they stand above. */
  filing?: readonly FilePirepInput[];
  /** What the list shows: with it, it can be sorted. */
  view?: PirepView;
  /** The focus went into a row, or, null, out of them. */
  onHold?(inside: Element | null): void;
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function PirepTable({ code, pireps, filing = [], view, onHold, children }: Props) {
  const canReview = useCan('pirep:review', code);
  const viewer = useViewer();

  function leave(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) onHold?.(null); // from row to row nothing may move under the press
  }

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
            <SortHeader code={code} view={view} column="OFF_BLOCK" text={text.offBlock} className="col-3" />
            <SortHeader code={code} view={view} column="BLOCK_TIME" text={text.block} className="col-1 num" />
            <SortHeader code={code} view={view} column="DISTANCE" text={text.distance} className="col-4 num" />
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
        <tbody onFocus={(event) => onHold?.(event.target)} onBlur={leave}>
          {filing.map((filed) => (
            <SendingRow key={filed.commandId} filed={filed} pilot={viewer?.user.displayName ?? ''} canReview={canReview} />
          ))}
          {pireps.map((pirep) => (
            <PirepRow key={pirep.id} code={code} pirep={pirep} canReview={canReview} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
