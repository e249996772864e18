import { searchDelayMs } from '@jetbridge/schema';
import { type MaybeRefOrGetter, type Ref, ref, toValue, watch } from 'vue';

/** The text once typing has paused. */
export function useSettled(text: MaybeRefOrGetter<string>): Ref<string> {
  const settled = ref(toValue(text));
  watch(
    () => toValue(text),
    (typed, _, onCleanup) => {
      const timer = setTimeout(() => {
        settled.value = typed;
      }, searchDelayMs);
      onCleanup(() => clearTimeout(timer));
    },
  );
  return settled;
}
