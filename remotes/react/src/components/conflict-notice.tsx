import { settingsMessages } from '@jetbridge/schema';
import { Icon } from './icon.tsx';

const text = settingsMessages;

interface Props {
  /** Names of fields that somebody else changed, as the person reads them. */
  fields: readonly string[];
  onTakeTheirs(): void;
}

export function ConflictNotice({ fields, onTakeTheirs }: Props) {
  if (fields.length === 0) return null;
  return (
    <div className="banner" data-kind="warn" role="alert">
      <Icon name="warning" />
      <p>{text.conflict(fields.join(', '))}</p>
      <button className="btn" data-size="small" type="button" onClick={onTakeTheirs}>
        {text.takeTheirs}
      </button>
    </div>
  );
}
