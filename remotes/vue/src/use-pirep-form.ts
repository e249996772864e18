import {
  checkPirepDraft,
  emptyPirepDraft,
  FilePirepDocument,
  messages,
  type PirepDraft,
  pirepDraftAliases,
  pirepInput,
  problemOf,
  to,
} from '@jetbridge/schema';
import { useMutation } from '@urql/vue';
import { computed, watch } from 'vue';
import { useApp } from './use-context.ts';
import { useForm } from './use-form.ts';

/** The form of a new PIREP, and the draft that outlives it until it is filed. */
export function usePirepForm(code: string, airlineId: string) {
  const { drafts, nav, toast } = useApp();
  const key = `pirep:${code}`;
  const kept = drafts.load<Partial<PirepDraft>>(key);
  const opened: PirepDraft = { ...emptyPirepDraft(), ...kept };
  const { executeMutation: file } = useMutation(FilePirepDocument);

  const form = useForm<PirepDraft>({
    initial: () => opened,
    aliases: pirepDraftAliases,
    check: checkPirepDraft,
    send: async (draft) => {
      const input = pirepInput(draft, airlineId);
      const { error } = await file({ input });
      if (error) return problemOf(error);
      drafts.clear(key);
      toast(messages.pirepFile.filed(input.flightNumber), 'ok');
      nav.navigate(to.pireps(code));
      return null;
    },
  });

  watch(form.values, (draft) => drafts.save(key, draft));

  return { ...form, draftKept: computed(() => kept !== null || form.values.value !== opened) };
}
