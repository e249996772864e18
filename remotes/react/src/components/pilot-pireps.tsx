import { PilotPirepsDocument, peopleMessages } from '@jetbridge/schema';
import { usePageQuery } from '../use-page-query.ts';
import { Empty } from './empty.tsx';
import { PirepTable } from './pirep-table.tsx';
import { Waiting } from './waiting.tsx';

const text = peopleMessages.pilot;

export function PilotPireps({ code, pilotId }: { code: string; pilotId: string }) {
  const query = usePageQuery(PilotPirepsDocument, { code, pilotId });
  const pireps = query.data?.airline?.pireps;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.pirepsTitle}</h2>
      </div>
      {!pireps && <Waiting query={query} rows={4} />}
      {pireps?.edges.length === 0 && <Empty text={text.noPireps} />}
      {pireps && pireps.edges.length > 0 && <PirepTable code={code} pireps={pireps.edges.map((edge) => edge.node)} />}
    </section>
  );
}
