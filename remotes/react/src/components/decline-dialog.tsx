import { type ApplicationFieldsFragment, DecideApplicationDocument, joiningMessages } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ReasonDialog } from './reason-dialog.tsx';

const text = joiningMessages.joining;

interface Props {
  application: Pick<ApplicationFieldsFragment, 'id' | 'user'>;
  onClose(): void;
}

export function DeclineDialog({ application, onClose }: Props) {
  const [, decline] = useMutation(DecideApplicationDocument);
  return (
    <ReasonDialog
      title={text.declineTitle(application.user.displayName)}
      hint={text.reasonHint}
      submit={text.declineSubmit}
      kind="danger"
      done={text.declined(application.user.displayName)}
      send={(reason) => decline({ input: { applicationId: application.id, accept: false, reason } })}
      onClose={onClose}
    />
  );
}
