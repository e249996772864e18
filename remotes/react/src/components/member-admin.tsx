import { ChangeMemberRoleDocument, memberRoles, messages, peopleMessages, type RosterFieldsFragment } from '@jetbridge/schema';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useChangeForm } from '../use-change-form.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SelectField } from './select-field.tsx';
import { Setting } from './setting.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = peopleMessages.admin;

interface Props {
  airlineId: string;
  member: RosterFieldsFragment;
}

/** What admins decide about a member. */
export function MemberAdmin({ airlineId, member }: Props) {
  const [, changeRole] = useMutation(ChangeMemberRoleDocument);
  const [removing, setRemoving] = useState(false);
  const form = useChangeForm({
    current: { role: member.role },
    facts: (draft) => draft,
    send: ({ role = member.role }) => changeRole({ input: { airlineId, userId: member.user.id, role } }),
  });
  return (
    <Setting title={text.title} intro={text.intro}>
      <form className="form card" {...form.props}>
        {form.problem && <ProblemBanner message={form.problem} />}
        <ConflictNotice fields={form.conflicts.map((name) => text[name])} onTakeTheirs={form.takeTheirs} />
        <SelectField
          label={text.role}
          name="role"
          values={memberRoles}
          texts={messages.roles}
          value={form.values.role}
          problem={form.problemAt('role')}
          onChange={(role) => form.edit('role', { role })}
        />
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => setRemoving(true)}>
            {text.remove}
          </button>
          <SubmitButton text={text.save} sending={form.sending} />
        </div>
      </form>
      {removing && <RemoveDialog airlineId={airlineId} member={member} onClose={() => setRemoving(false)} />}
    </Setting>
  );
}
