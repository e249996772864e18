import {
  type FieldProblem,
  type FormEvent,
  focusFirstProblem,
  formProblem,
  type Go,
  goFrom,
  openForm,
  type Problem,
  reduceForm,
  shownProblems,
  whenReleased,
} from '@jetbridge/schema';
import { createAttachmentKey } from 'svelte/attachments';
import { useApp } from './use-context.ts';

type TextKey<Values> = { [Key in keyof Values]: Values[Key] extends string ? Key : never }[keyof Values] & string;

interface FormOptions<Values> {
  initial: () => Values;
  aliases?: readonly string[];
  check: (values: Values) => FieldProblem[];
  /**
   * Answers what was wrong, or null when it worked; then the form stays as it is until its page goes, unless there is `after`. Its page goes by
   * `go`, which does not pull back who has left it meanwhile.
   */
  send: (values: Values, go: Go) => Promise<Problem | null>;
  /** What a form that stays shows next. */
  after?: (values: Values) => Values;
}

/** Binds the form state of @jetbridge/schema to Svelte: `<form {...form.attributes}>`, `<TextField {...form.bind('name')} />`. */
export function useForm<Values extends object>({ initial, aliases, check, send, after }: FormOptions<Values>) {
  const app = useApp();
  let form = $state.raw(openForm(initial(), aliases));
  const values = $derived(form.values);
  const failures = $derived(form.failures);
  const problems = $derived(shownProblems(form, check(values)));

  function dispatch(event: FormEvent<Values>) {
    form = reduceForm(form, event);
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.sending) return;
    if (check(values).length > 0) return dispatch({ type: 'refused', problem: null });
    dispatch({ type: 'sent' });
    const sent = values;
    const problem = await send(sent, goFrom(app));
    if (problem) dispatch({ type: 'refused', problem });
    else if (after) dispatch({ type: 'done', sent, values: after(sent) });
  }

  function edit(field: string, edited: Partial<Values>) {
    dispatch({ type: 'edited', field, values: edited });
  }

  function problemAt(field: string): string | undefined {
    return problems.find((problem) => problem.field === field)?.message;
  }

  /** What a text control needs. @param field the API's name where the form has another */
  function bind(key: TextKey<Values>, field: string = key) {
    return {
      name: field,
      value: values[key] as string,
      problem: problemAt(field),
      onchange: (text: string) => edit(field, { [key]: text } as Partial<Values>),
      onleave: () => whenReleased(() => dispatch({ type: 'left', field })),
    };
  }

  function submitOnCtrlEnter(event: KeyboardEvent & { currentTarget: HTMLFormElement }) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  }

  return {
    get values() {
      return values;
    },
    get sending() {
      return form.sending;
    },
    get problem() {
      return formProblem(form);
    },
    get problemCount() {
      return failures > 0 ? problems.length : 0;
    },
    problemAt,
    bind,
    edit,
    attributes: {
      novalidate: true,
      onsubmit: submit,
      onkeydown: submitOnCtrlEnter,
      // Reads `failures`, so it runs again after each refused try.
      [createAttachmentKey()]: (element: HTMLFormElement) => {
        if (failures > 0) focusFirstProblem(element);
      },
    },
  };
}
