import { type Activity, dashboardMessages } from '@jetbridge/schema';
import { ActivityEntry } from './activity-entry.tsx';
import { Empty } from './empty.tsx';

const text = dashboardMessages;

export function ActivityList({ activities }: { activities: readonly Activity[] }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.activity}</h2>
      </div>
      {activities.length > 0 ? (
        <ol className="timeline">
          {activities.map((activity) => (
            <ActivityEntry key={activity.id} activity={activity} />
          ))}
        </ol>
      ) : (
        <Empty text={text.noActivity} />
      )}
    </section>
  );
}
