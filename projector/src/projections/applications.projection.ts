import type { MemberEvent } from '@jetbridge/schema/events';
import { ApplicationRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

export const applications = projection<MemberEvent>({
  MemberApplied: ({ data: { applicationId, userId, message }, tenant, recordedAt }, rows) => {
    const application = { id: applicationId, airlineId: tenant, userId, message, appliedAt: recordedAt };
    rows.put(ApplicationRow, { ...application, state: 'OPEN', reason: null, decidedAt: null });
  },
  ApplicationDecided: ({ data: { applicationId, accepted, reason }, recordedAt }, rows) =>
    rows.change(ApplicationRow, applicationId, (application) => {
      Object.assign(application, { state: accepted ? 'ACCEPTED' : 'DECLINED', reason, decidedAt: recordedAt, message: null });
    }),
  ApplicationWithdrawn: ({ data: { applicationId }, recordedAt }, rows) =>
    rows.change(ApplicationRow, applicationId, (application) => {
      Object.assign(application, { state: 'WITHDRAWN', decidedAt: recordedAt, message: null });
    }),
});
