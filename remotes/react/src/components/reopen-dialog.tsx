import { conversationMessages, type PirepFieldsFragment, ReopenPirepDocument } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ReasonDialog } from './reason-dialog.tsx';

const text = conversationMessages;

interface Props {
  pirep: Pick<PirepFieldsFragment, 'id' | 'flightNumber'>;
  onClose(): void;
}

export function ReopenDialog({ pirep, onClose }: Props) {
  const [, reopen] = useMutation(ReopenPirepDocument);
  return (
    <ReasonDialog
      title={text.reopenTitle}
      hint={text.reopenHint}
      submit={text.reopenSubmit}
      done={text.reopened(pirep.flightNumber)}
      send={(reason) => reopen({ input: { pirepId: pirep.id, reason } })}
      onClose={onClose}
    />
  );
}
