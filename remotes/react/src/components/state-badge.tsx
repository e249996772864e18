import { messages, type PirepState, stateIcons } from '@jetbridge/schema';
import { Icon } from './icon.tsx';

export function StateBadge({ state }: { state: PirepState }) {
  return (
    <span className="badge" data-state={state}>
      <Icon name={stateIcons[state]} />
      {messages.states[state]}
    </span>
  );
}
