import {
  AnswerStaffDocument,
  AskPilotDocument,
  CommentOnPirepDocument,
  checkRemark,
  chosenRemark,
  conversationMessages,
  type PirepFieldsFragment,
  problemOf,
  type RemarkKind,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = conversationMessages;

interface Props {
  pirep: Pick<PirepFieldsFragment, 'id'>;
  /** At least one; the first is what is expected now. */
  kinds: readonly RemarkKind[];
}

export function RemarkForm({ pirep, kinds }: Props) {
  const { toast } = useApp();
  const [, comment] = useMutation(CommentOnPirepDocument);
  const [, ask] = useMutation(AskPilotDocument);
  const [, answer] = useMutation(AnswerStaffDocument);
  const send = { COMMENT: comment, ASK: ask, ANSWER: answer };
  const form = useForm({
    initial: () => ({ text: '', kind: null as RemarkKind | null }),
    check: (values) => checkRemark(values.text),
    send: async ({ kind: chosen, text: written }) => {
      const kind = chosenRemark(kinds, chosen);
      const { error } = await send[kind]({ input: { pirepId: pirep.id, text: written.trim() } });
      if (error) return problemOf(error);
      toast(text.sent[kind], 'ok');
      return null;
    },
    after: ({ kind: chosen }) => ({ text: '', kind: chosen }),
  });
  const kind = chosenRemark(kinds, form.values.kind);
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.remark} lines={3} {...form.bind('text')} />
      <div className="form-foot">
        {kinds.length > 1 && (
          <SelectField
            label={text.kind}
            name="kind"
            value={kind}
            values={kinds}
            texts={text.kinds}
            onChange={(chosen) => form.edit('kind', { kind: chosen })}
          />
        )}
        <SubmitButton text={text.submit[kind]} sending={form.sending} />
      </div>
    </form>
  );
}
