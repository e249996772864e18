import { messages, type PirepFieldsFragment, RejectPirepDocument } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ReasonDialog } from './reason-dialog.tsx';

const text = messages.pirep;

interface Props {
  pirep: Pick<PirepFieldsFragment, 'id' | 'flightNumber'>;
  onClose(): void;
}

export function RejectDialog({ pirep, onClose }: Props) {
  const [, reject] = useMutation(RejectPirepDocument);
  return (
    <ReasonDialog
      title={text.rejectTitle}
      hint={text.rejectHint}
      submit={text.rejectSubmit}
      kind="danger"
      done={text.rejected(pirep.flightNumber)}
      send={(reason) => reject({ input: { pirepId: pirep.id, reason } })}
      onClose={onClose}
    />
  );
}
