import {
  AmendPirepDocument,
  amendDraft,
  amendInput,
  checkPirepDraft,
  emptyPirepDraft,
  FilePirepDocument,
  messages,
  type PirepDetailFieldsFragment,
  type PirepDraft,
  pirepDraftAliases,
  pirepInput,
  pirepMessages,
  problemOf,
  recentAirportsKey,
  to,
  withRecent,
} from '@jetbridge/schema';
import { useMutation } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useApp, useFormat } from './use-context.ts';
import { useForm } from './use-form.ts';

/** The form of a new PIREP, or of one that is amended, and the draft that outlives it until it is sent. */
export function usePirepForm(code: string, airlineId: string, amended?: PirepDetailFieldsFragment) {
  const { drafts, toast } = useApp();
  const key = amended ? `pirep:${code}:${amended.id}` : `pirep:${code}`;
  const kept = drafts.load<Partial<PirepDraft>>(key);
  const format = useFormat();
  const opened: PirepDraft = { ...(amended ? amendDraft(amended) : emptyPirepDraft(format.value.weightUnit)), ...kept };
  const duplicate = ref<string | null>(null);
  const { executeMutation: file } = useMutation(FilePirepDocument);
  const { executeMutation: amend } = useMutation(AmendPirepDocument);

  const form = useForm<PirepDraft>({
    initial: () => opened,
    aliases: pirepDraftAliases,
    check: checkPirepDraft,
    send: async (draft, go) => {
      const input = pirepInput(draft, airlineId);
      const context = { draft: { key, value: draft } };
      const { error } = amended ? await amend({ input: amendInput(draft, amended) }, context) : await file({ input }, context);
      const problem = error && problemOf(error);
      duplicate.value = problem?.pirepId ?? null;
      if (problem && problem.code !== 'QUEUED') return problem;
      drafts.clear(key);
      drafts.save(recentAirportsKey, withRecent(drafts.load(recentAirportsKey), input.departure, input.arrival));
      if (problem) toast(problem.message);
      else toast(amended ? pirepMessages.amended(input.flightNumber) : messages.pirepFile.filed(input.flightNumber), 'ok');
      go(amended ? to.pirep(code, amended.id) : to.pireps(code));
      return null;
    },
  });

  watch(form.values, (draft) => drafts.save(key, draft));

  return { ...form, duplicate, draftKept: computed(() => kept !== null || form.values.value !== opened) };
}
