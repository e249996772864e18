import type { FlightReport } from '@jetbridge/schema/events';
import { pirepStream } from '@jetbridge/schema/events';
import { aReport } from '@jetbridge/schema/testing';
import type { Product } from './product.ts';

export interface FiledPirep {
  pirepId: string;
  memberId: string;
  /** Epoch ms. */
  filedAt: number;
  report?: Partial<FlightReport>;
  outcome?: 'ACCEPTED' | 'REJECTED';
}

/** PIREPs as they would be in the log by now, more of them than anybody files in a test, and readable. */
export async function filePireps({ services, projector }: Product, airlineId: string, pireps: readonly FiledPirep[]): Promise<void> {
  const metadata = { actorId: null, operation: 'test', correlationId: 'test' };
  const writes = pireps.map(({ pirepId, memberId, filedAt, report: over, outcome }) => {
    const report = aReport(over);
    const { blockMinutes: minutes, distanceNm, arrival, onBlockAt } = report;
    const encode = (type: string, data: object) => ({
      ...{ type, schemaVersion: 1, metadata, recordedAt: filedAt },
      data: JSON.stringify({ pirepId, memberId, ...data }),
    });
    const events = [encode('PirepFiled', { report })];
    if (outcome === 'ACCEPTED')
      events.push(encode('PirepAccepted', { reviewerId: null, credit: { minutes, distanceNm, arrival, onBlockAt } }));
    if (outcome === 'REJECTED') events.push(encode('PirepRejected', { reviewerId: null, reason: 'Again, please.' }));
    return { tenant: airlineId, stream: pirepStream(pirepId), expectedVersion: 0, events };
  });
  for (let at = 0; at < writes.length; at += 250) await services.storage.log.append({ writes: writes.slice(at, at + 250) });
  await projector.settle();
}
