import { changeInWords, conversationMessages, deedOf, type HistoryEntryFieldsFragment } from '@jetbridge/schema';
import { Ago } from './ago.tsx';

export function TimelineEntry({ entry }: { entry: HistoryEntryFieldsFragment }) {
  const changes = entry.changes.flatMap((change) => changeInWords(change) ?? []);
  return (
    <li className="timeline-entry">
      <p>
        <strong>{entry.actor?.displayName ?? conversationMessages.somebody}</strong> {deedOf(entry.kind)}{' '}
        <span className="muted">
          <Ago at={entry.at} />
        </span>
      </p>
      {entry.text && <p className="prose">{entry.text}</p>}
      {changes.length > 0 && (
        <dl className="diff">
          {changes.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
