import type { Theme } from '@jetbridge/schema';
import type { Keep } from './keep.ts';
import { Value } from './value.ts';

export const themes: readonly Theme['value'][] = ['system', 'light', 'dark'];
const key = 'jetbridge.theme';

/** Light, dark, or as the system says. The stylesheet answers to `color-scheme`; `data-theme` is there for exceptions. */
export function createTheme(keep: Keep, root: HTMLElement): Theme {
  const kept = keep.get(key);
  const theme = new Value<Theme['value']>(themes.find((name) => name === kept) ?? 'system');
  const apply = () => {
    root.dataset.theme = theme.value;
    root.style.colorScheme = theme.value === 'system' ? 'light dark' : theme.value;
  };
  apply();
  return {
    get value() {
      return theme.value;
    },
    subscribe: theme.subscribe,
    set(value) {
      keep.set(key, value);
      theme.set(value);
      apply();
    },
  };
}
