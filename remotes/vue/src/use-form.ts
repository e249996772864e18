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
import { computed, nextTick, shallowRef } from 'vue';
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

/** Binds the form state of @jetbridge/schema to Vue. */
export function useForm<Values extends object>({ initial, aliases, check, send, after }: FormOptions<Values>) {
  const app = useApp();
  const state = shallowRef(openForm(initial(), aliases));
  const values = computed(() => state.value.values);
  const problems = computed(() => shownProblems(state.value, check(values.value)));

  function dispatch(event: FormEvent<Values>) {
    state.value = reduceForm(state.value, event);
  }

  async function refuse(form: HTMLElement, problem: Problem | null) {
    dispatch({ type: 'refused', problem });
    await nextTick();
    focusFirstProblem(form);
  }

  async function submit(event: Event) {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (state.value.sending) return;
    if (check(values.value).length > 0) return refuse(form, null);
    dispatch({ type: 'sent' });
    const sent = values.value;
    const problem = await send(sent, goFrom(app));
    if (problem) await refuse(form, problem);
    else if (after) dispatch({ type: 'done', sent, values: after(sent) });
  }

  function submitOnCtrlEnter(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) (event.currentTarget as HTMLFormElement).requestSubmit();
  }

  function edit(field: string, values: Partial<Values>) {
    dispatch({ type: 'edited', field, values });
  }

  function problemAt(field: string): string | undefined {
    return problems.value.find((problem) => problem.field === field)?.message;
  }

  /** What a text control needs, for v-bind. @param field the API's name where the form has another */
  function bind(key: TextKey<Values>, field: string = key) {
    return {
      name: field,
      modelValue: values.value[key] as string,
      problem: problemAt(field),
      'onUpdate:modelValue': (text: string) => edit(field, { [key]: text } as Partial<Values>),
      onLeave: () => whenReleased(() => dispatch({ type: 'left', field })),
    };
  }

  /** A value that is not text, for v-model. @param field as for `bind` */
  function model<Key extends keyof Values & string>(key: Key, field: string = key) {
    return computed({
      get: () => values.value[key],
      set: (value) => {
        const change: Partial<Values> = {};
        change[key] = value;
        edit(field, change);
      },
    });
  }

  return {
    values,
    sending: computed(() => state.value.sending),
    problem: computed(() => formProblem(state.value)),
    problemCount: computed(() => (state.value.failures > 0 ? problems.value.length : 0)),
    problemAt,
    bind,
    model,
    edit,
    attrs: { novalidate: true, onSubmit: submit, onKeydown: submitOnCtrlEnter },
  };
}
