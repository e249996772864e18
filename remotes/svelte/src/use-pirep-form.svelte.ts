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
import { getContextClient } from '@urql/svelte';
import { useApp, useFormat } from './use-context.ts';
import { useForm } from './use-form.svelte.ts';

interface Asked {
  airline: { id: string; code: string };
  /** The PIREP to amend; without it a new one is filed. */
  amended: PirepDetailFieldsFragment | undefined;
}

/** The form of a new PIREP, or of one that is amended, and the draft that outlives it until it is sent. */
export function usePirepForm(asked: () => Asked) {
  const { drafts, toast } = useApp();
  const client = getContextClient();
  const {
    airline: { id, code },
    amended,
  } = asked();
  const key = amended ? `pirep:${code}:${amended.id}` : `pirep:${code}`;
  const kept = drafts.load<Partial<PirepDraft>>(key);
  const opened: PirepDraft = { ...(amended ? amendDraft(amended) : emptyPirepDraft(useFormat().current.weightUnit)), ...kept };
  let duplicate = $state<string | null>(null);

  const form = useForm<PirepDraft>({
    initial: () => opened,
    aliases: pirepDraftAliases,
    check: checkPirepDraft,
    send: async (draft, go) => {
      const input = pirepInput(draft, id);
      const context = { draft: { key, value: draft } };
      const { error } = amended
        ? await client.mutation(AmendPirepDocument, { input: amendInput(draft, amended) }, context)
        : await client.mutation(FilePirepDocument, { input }, context);
      const problem = error && problemOf(error);
      duplicate = problem?.pirepId ?? null;
      if (problem && problem.code !== 'QUEUED') return problem;
      drafts.clear(key);
      drafts.save(recentAirportsKey, withRecent(drafts.load(recentAirportsKey), input.departure, input.arrival));
      if (problem) toast(problem.message);
      else toast(amended ? pirepMessages.amended(input.flightNumber) : messages.pirepFile.filed(input.flightNumber), 'ok');
      go(amended ? to.pirep(code, amended.id) : to.pireps(code));
      return null;
    },
  });

  const edited = $derived(form.values !== opened);
  $effect(() => {
    if (edited) drafts.save(key, form.values);
  });

  return {
    form,
    get duplicate() {
      return duplicate;
    },
    get draftKept() {
      return kept !== null || edited;
    },
  };
}
