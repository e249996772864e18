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
import { getContextClient } from '@urql/svelte';
import { useApp } from './use-context.ts';
import { useForm } from './use-form.svelte.ts';

/** The form of a new PIREP, and the draft that outlives it until it is filed. */
export function usePirepForm(airline: () => { id: string; code: string }) {
  const { drafts, nav, toast } = useApp();
  const client = getContextClient();
  const { id, code } = airline();
  const key = `pirep:${code}`;
  const kept = drafts.load<Partial<PirepDraft>>(key);
  const opened: PirepDraft = { ...emptyPirepDraft(), ...kept };

  const form = useForm<PirepDraft>({
    initial: () => opened,
    aliases: pirepDraftAliases,
    check: checkPirepDraft,
    send: async (draft) => {
      const input = pirepInput(draft, id);
      const { error } = await client.mutation(FilePirepDocument, { input });
      if (error) return problemOf(error);
      drafts.clear(key);
      toast(messages.pirepFile.filed(input.flightNumber), 'ok');
      nav.navigate(to.pireps(code));
      return null;
    },
  });

  const edited = $derived(form.values !== opened);
  $effect(() => {
    if (edited) drafts.save(key, form.values);
  });

  return {
    form,
    get draftKept() {
      return kept !== null || edited;
    },
  };
}
