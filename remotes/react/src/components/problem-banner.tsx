import { messages } from '@jetbridge/schema';
import { Icon } from './icon.tsx';

export function ProblemBanner({ message, retry }: { message: string; retry?: () => void }) {
  return (
    <div className="banner" data-kind="bad" role="alert">
      <Icon name="warning" />
      <p>{message}</p>
      {retry && (
        <button className="btn" type="button" onClick={retry}>
          {messages.retry}
        </button>
      )}
    </div>
  );
}
