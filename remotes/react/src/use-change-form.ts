import { changeset, type Facts, type FieldProblem, problemOf, rebase, sameFacts, settingsMessages } from '@jetbridge/schema';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useApp } from './use-context.ts';
import { useForm } from './use-form.ts';

interface ChangeFormOptions<Values, F> {
  /** As it is now, by what was heard last. */
  current: Values;
  /** The values as the API would get them, under the same names. */
  facts: (values: Values) => F;
  check?: (values: Values) => FieldProblem[];
  /** Gets what changed and nothing else. */
  send: (changes: Partial<F>) => PromiseLike<{ error?: CombinedError | undefined }>;
  /** How the values look once they are saved. */
  tidy?: (values: Values) => Values;
}

/** A form about something that others change too: news come in where nothing was typed, and are told where something was. */
export function useChangeForm<Values extends object, F extends Facts>({ current, facts, check, send, tidy }: ChangeFormOptions<Values, F>) {
  const { toast } = useApp();
  const [heard, setHeard] = useState(current);
  const [conflicts, setConflicts] = useState<(keyof Values & string)[]>([]);
  const form = useForm<Values>({
    initial: () => current,
    check: check ?? (() => []),
    send: async (values) => {
      const changes = changeset(facts(heard), facts(values));
      if (Object.keys(changes).length === 0) {
        toast(settingsMessages.nothingNew, 'info');
        return null;
      }
      const { error } = await send(changes);
      if (error) return problemOf(error);
      setConflicts([]);
      toast(settingsMessages.saved, 'ok');
      return null;
    },
    after: (values) => tidy?.(values) ?? values,
  });

  if (!sameFacts(heard, current)) {
    const news = rebase(heard, form.values, current, facts);
    setHeard(current);
    setConflicts([...new Set([...conflicts, ...news.conflicts])]);
    form.edit('', news.values);
  }

  function takeTheirs() {
    form.edit('', Object.fromEntries(conflicts.map((name) => [name, current[name]])) as Partial<Values>);
    setConflicts([]);
  }

  return { ...form, conflicts, takeTheirs };
}
