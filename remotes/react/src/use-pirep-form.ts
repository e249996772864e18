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
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { useApp } from './use-context.ts';
import { useForm } from './use-form.ts';

/** The form of a new PIREP, and the draft that outlives it until it is filed. */
export function usePirepForm(code: string, airlineId: string) {
  const { drafts, nav, toast } = useApp();
  const key = `pirep:${code}`;
  const [opened] = useState(() => {
    const kept = drafts.load<Partial<PirepDraft>>(key);
    return { kept: kept !== null, draft: { ...emptyPirepDraft(), ...kept } };
  });
  const [, file] = useMutation(FilePirepDocument);

  const form = useForm<PirepDraft>({
    initial: () => opened.draft,
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

  const edited = form.values !== opened.draft;
  useEffect(() => {
    if (edited) drafts.save(key, form.values);
  }, [drafts, key, edited, form.values]);

  return { form, draftKept: opened.kept || edited };
}
