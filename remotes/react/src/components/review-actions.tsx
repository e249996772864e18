import { AcceptPirepDocument, focusAfter, messages, type PirepFieldsFragment, problemOf } from '@jetbridge/schema';
import { type MouseEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useApp, useCan } from '../use-context.ts';
import { Icon } from './icon.tsx';
import { RejectDialog } from './reject-dialog.tsx';

interface Props {
  pirep: Pick<PirepFieldsFragment, 'id' | 'state' | 'flightNumber' | 'airline'>;
  size?: 'small';
}

/** Accept and Reject, where the viewer may and the PIREP waits for it. */
export function ReviewActions(props: Props) {
  const canReview = useCan('pirep:review', props.pirep.airline.code);
  const { state } = props.pirep;
  return canReview && (state === 'PENDING' || state === 'AWAITING_PILOT') && <Decision {...props} />;
}

/** By itself, so that a dialog that is open goes with it and does not come back with a PIREP that waits again. */
function Decision({ pirep, size }: Props) {
  const { toast } = useApp();
  const [rejecting, setRejecting] = useState(false);
  const [{ fetching }, accept] = useMutation(AcceptPirepDocument);

  async function acceptOnce(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await accept({ input: { pirepId: pirep.id } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(messages.pirep.accepted(pirep.flightNumber), 'ok');
    next?.focus();
  }

  return (
    <div className="review" data-size={size}>
      <button
        className="btn"
        data-kind={size ? undefined : 'primary'}
        data-size={size}
        type="button"
        aria-label={messages.pirep.acceptFlight(pirep.flightNumber)}
        aria-disabled={fetching}
        onClick={acceptOnce}
      >
        <Icon name="check" />
        <span className="btn-text">{messages.pirep.accept}</span>
      </button>
      <button
        className="btn"
        data-size={size}
        type="button"
        aria-label={messages.pirep.rejectFlight(pirep.flightNumber)}
        onClick={() => setRejecting(true)}
      >
        <Icon name="cross" />
        <span className="btn-text">{messages.pirep.reject}</span>
      </button>
      {rejecting && <RejectDialog pirep={pirep} onClose={() => setRejecting(false)} />}
    </div>
  );
}
