import { historyKinds } from '@jetbridge/schema';
import { airlineEvents, memberEvents, pirepEvents } from '@jetbridge/schema/events';
import { aReport } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { entryOf, factsOf, kindOf } from './history-entry.ts';

const recorded = (type: string, data: object) => ({
  ...{ tenant: 'a', sequence: 7, stream: 'pirep-p', streamVersion: 2, recordedAt: 1_000, type, data },
  metadata: { actorId: 'u1', operation: 'amendPirep', correlationId: 'c' },
});

describe('a line of a timeline', () => {
  it('has a kind for each event type of an airline, and no other', () => {
    expect(Object.keys({ ...airlineEvents, ...memberEvents, ...pirepEvents }).map(kindOf)).toEqual([...historyKinds]);
  });

  it('says who did what, when, why', () => {
    const entry = entryOf(recorded('PirepRejected', { pirepId: 'p', memberId: 'm', reviewerId: 'r', reason: 'No fuel.' }));
    expect(entry).toEqual({
      id: 'a.7',
      at: 1_000,
      kind: 'PIREP_REJECTED',
      actorId: 'u1',
      pirepId: 'p',
      memberId: 'm',
      text: 'No fuel.',
      changes: [],
    });
  });

  it('tells what an amendment changed, and only that', () => {
    const filed = recorded('PirepFiled', { pirepId: 'p', memberId: 'm', report: aReport({ remarks: 'Late.' }) });
    const amended = recorded('PirepAmended', { pirepId: 'p', memberId: 'm', report: aReport({ landingRateFpm: -180, training: true }) });
    expect(entryOf(filed).changes).toEqual([]);
    expect(entryOf(amended, factsOf(filed)).changes).toEqual([
      { field: 'landingRateFpm', from: null, to: '-180' },
      { field: 'remarks', from: 'Late.', to: null },
      { field: 'training', from: 'false', to: 'true' },
    ]);
  });

  it('keeps the message of an application to those who decide about it', () => {
    expect(entryOf(recorded('MemberApplied', { applicationId: 'x', userId: 'u', message: 'Let me in.' })).text).toBeNull();
  });
});
