import {
  checkEmailInput,
  InviteMemberDocument,
  joiningMessages,
  type MemberRole,
  memberRoles,
  messages,
  problemOf,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = joiningMessages.joining;

export function InviteForm({ airlineId }: { airlineId: string }) {
  const { toast } = useApp();
  const [, invite] = useMutation(InviteMemberDocument);
  const form = useForm({
    initial: () => ({ email: '', role: 'PILOT' as MemberRole }),
    check: checkEmailInput,
    send: async ({ email, role }) => {
      const { error } = await invite({ input: { airlineId, email: email.trim(), role } });
      if (error) return problemOf(error);
      toast(text.invited(email.trim()), 'ok');
      return null;
    },
    after: ({ role }) => ({ email: '', role }),
  });
  return (
    <form className="form card" {...form.props}>
      <p>{text.invitationsIntro}</p>
      {form.problem && <ProblemBanner message={form.problem} />}
      <div className="form-grid">
        <TextField label={text.email} type="email" span="half" {...form.bind('email')} />
        <SelectField
          label={text.role}
          name="role"
          span="small"
          value={form.values.role}
          values={memberRoles}
          texts={messages.roles}
          onChange={(role) => form.edit('role', { role })}
        />
      </div>
      <div className="form-foot">
        <SubmitButton text={text.invite} sending={form.sending} />
      </div>
    </form>
  );
}
