import { peopleMessages } from '@jetbridge/schema';
import { HistoryPage } from './history-page.tsx';

const text = peopleMessages.pilot;

/** What happened to a member and their PIREPs: for staff, and for themselves. */
export function PilotHistory({ code, pilotNumber }: { code: string; pilotNumber: number }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.historyTitle}</h2>
      </div>
      <div className="stack">
        <HistoryPage code={code} pilotNumber={pilotNumber} after={null} />
      </div>
    </section>
  );
}
