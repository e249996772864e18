import { type AirlineFieldsFragment, platformMessages, ReinstateAirlineDocument, SuspendAirlineDocument } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ReasonDialog } from './reason-dialog.tsx';

const text = platformMessages.airlines;

interface Props {
  airline: Pick<AirlineFieldsFragment, 'id' | 'name'>;
  /** Whether it is to be suspended, or to go on. */
  suspending: boolean;
  onClose(): void;
}

export function AirlineStateDialog({ airline, suspending, onClose }: Props) {
  const [, send] = useMutation(suspending ? SuspendAirlineDocument : ReinstateAirlineDocument);
  return (
    <ReasonDialog
      title={suspending ? text.suspendOf(airline.name) : text.reinstateOf(airline.name)}
      hint={suspending ? text.suspendHint : text.reinstateHint}
      submit={suspending ? text.suspendSubmit : text.reinstateSubmit}
      kind={suspending ? 'danger' : 'primary'}
      done={suspending ? text.suspended(airline.name) : text.reinstated(airline.name)}
      send={(reason) => send({ input: { airlineId: airline.id, reason } })}
      onClose={onClose}
    />
  );
}
