import {
  type FieldProblem,
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
import { type KeyboardEvent, type FormEvent as ReactFormEvent, useEffect, useReducer, useRef } from 'react';
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

/** Binds the form state of @jetbridge/schema to React. */
export function useForm<Values extends object>({ initial, aliases, check, send, after }: FormOptions<Values>) {
  const ref = useRef<HTMLFormElement>(null);
  const app = useApp();
  const [state, dispatch] = useReducer(reduceForm<Values>, null, () => openForm(initial(), aliases));
  const problems = shownProblems(state, check(state.values));

  useEffect(() => {
    if (state.failures > 0) focusFirstProblem(ref.current);
  }, [state.failures]);

  async function submit(event: ReactFormEvent) {
    event.preventDefault();
    if (state.sending) return;
    if (check(state.values).length > 0) return dispatch({ type: 'refused', problem: null });
    dispatch({ type: 'sent' });
    const sent = state.values;
    const problem = await send(sent, goFrom(app));
    if (problem) dispatch({ type: 'refused', problem });
    else if (after) dispatch({ type: 'done', sent, values: after(sent) });
  }

  function edit(field: string, values: Partial<Values>) {
    dispatch({ type: 'edited', field, values });
  }

  function leave(field: string) {
    whenReleased(() => dispatch({ type: 'left', field }));
  }

  function problemAt(field: string): string | undefined {
    return problems.find((problem) => problem.field === field)?.message;
  }

  /** What a text control needs. @param field the API's name where the form has another */
  function bind(key: TextKey<Values>, field: string = key) {
    return {
      name: field,
      value: state.values[key] as string,
      problem: problemAt(field),
      onChange: (text: string) => edit(field, { [key]: text } as Partial<Values>),
      onLeave: () => leave(field),
    };
  }

  function submitOnCtrlEnter(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ref.current?.requestSubmit();
  }

  return {
    values: state.values,
    sending: state.sending,
    problem: formProblem(state),
    problemCount: state.failures > 0 ? problems.length : 0,
    problemAt,
    bind,
    edit,
    props: { ref, noValidate: true, onSubmit: submit, onKeyDown: submitOnCtrlEnter },
  };
}
