import type { FlightReport, PirepEvent } from '@jetbridge/schema/events';
import { PirepRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

const unreviewed = { state: 'PENDING', reviewedAt: null, reviewerId: null, reason: null, automatic: false, question: null } as const;

export const pireps = projection<PirepEvent>({
  PirepFiled: ({ data: { pirepId, memberId, report }, tenant, recordedAt }, rows) => {
    const filed = { id: pirepId, airlineId: tenant, memberId, filedAt: recordedAt, comments: 0 };
    rows.put(PirepRow, { ...filed, ...unreviewed, ...flown(report) });
  },
  /** Whoever asked something has the answer now. */
  PirepAmended: ({ data: { pirepId, report } }, rows) =>
    rows.change(PirepRow, pirepId, (pirep) => {
      Object.assign(pirep, flown(report), { state: 'PENDING', question: null });
    }),
  PirepWithdrawn: ({ data }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      Object.assign(pirep, { state: 'WITHDRAWN', question: null });
    }),
  PirepAccepted: ({ data: { pirepId, reviewerId, automatic = false }, recordedAt }, rows) =>
    rows.change(PirepRow, pirepId, (pirep) => {
      Object.assign(pirep, { ...unreviewed, state: 'ACCEPTED', reviewedAt: recordedAt, reviewerId, automatic });
    }),
  PirepRejected: ({ data: { pirepId, reviewerId, reason }, recordedAt }, rows) =>
    rows.change(PirepRow, pirepId, (pirep) => {
      Object.assign(pirep, { ...unreviewed, state: 'REJECTED', reviewedAt: recordedAt, reviewerId, reason });
    }),
  PirepReopened: ({ data }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      Object.assign(pirep, unreviewed);
    }),
  PilotAsked: ({ data }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      Object.assign(pirep, { state: 'AWAITING_PILOT', question: data.text });
    }),
  StaffAnswered: ({ data }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      Object.assign(pirep, { state: 'PENDING', question: null });
    }),
  PirepCommented: ({ data }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      pirep.comments += 1;
    }),
});

function flown(report: FlightReport) {
  return { ...report, offBlockAt: Date.parse(report.offBlockAt), onBlockAt: Date.parse(report.onBlockAt) };
}
