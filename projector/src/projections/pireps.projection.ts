import type { PirepEvent } from '@jetbridge/schema/events';
import { PirepRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

export const pireps = projection<PirepEvent>({
  PirepFiled: ({ data: { pirepId, memberId, report }, tenant, recordedAt }, rows) => {
    rows.put(PirepRow, {
      ...report,
      id: pirepId,
      airlineId: tenant,
      memberId,
      state: 'PENDING',
      offBlockAt: Date.parse(report.offBlockAt),
      onBlockAt: Date.parse(report.onBlockAt),
      filedAt: recordedAt,
      reviewedAt: null,
      reviewerId: null,
      reason: null,
    });
  },
  PirepAccepted: ({ data, recordedAt }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      Object.assign(pirep, { state: 'ACCEPTED', reviewedAt: recordedAt, reviewerId: data.reviewerId, reason: null });
    }),
  PirepRejected: ({ data, recordedAt }, rows) =>
    rows.change(PirepRow, data.pirepId, (pirep) => {
      Object.assign(pirep, { state: 'REJECTED', reviewedAt: recordedAt, reviewerId: data.reviewerId, reason: data.reason });
    }),
});
