import { peopleMessages, RemoveMemberDocument, type RosterFieldsFragment } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ReasonDialog } from './reason-dialog.tsx';

const text = peopleMessages.admin;

interface Props {
  airlineId: string;
  member: Pick<RosterFieldsFragment, 'user'>;
  onClose(): void;
}

export function RemoveDialog({ airlineId, member: { user }, onClose }: Props) {
  const [, remove] = useMutation(RemoveMemberDocument);
  return (
    <ReasonDialog
      title={text.removeTitle(user.displayName)}
      hint={text.removeHint}
      submit={text.removeSubmit}
      kind="danger"
      done={text.removed(user.displayName)}
      send={(reason) => remove({ input: { airlineId, userId: user.id, reason } })}
      onClose={onClose}
    />
  );
}
