/** The state machine of a search-as-you-type list (WAI-ARIA combobox with listbox popup). A remote renders the state and sends events. */
export interface ComboboxState<Option> {
  open: boolean;
  options: readonly Option[];
  /** Index of the highlighted option; -1 when none is. */
  active: number;
  /** The text that wants a search, or null when the options fit the text. */
  wanted: string | null;
}

export type ComboboxEvent<Option> =
  | { type: 'typed'; text: string }
  /** `options` is null when the server could not be asked. */
  | { type: 'found'; search: string; options: readonly Option[] | null }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'chosen' }
  | { type: 'closed' };

export const searchDelayMs = 120;
export const searchFromCharacters = 2;

export function openingCombobox<Option>(): ComboboxState<Option> {
  return { open: false, options: [], active: -1, wanted: null };
}

export function reduceCombobox<Option>(state: ComboboxState<Option>, event: ComboboxEvent<Option>): ComboboxState<Option> {
  switch (event.type) {
    case 'typed': {
      const enough = event.text.trim().length >= searchFromCharacters;
      return {
        ...state,
        wanted: enough ? event.text.trim() : null,
        ...(enough ? {} : { open: false, options: [], active: -1 }),
      };
    }
    case 'found':
      // An answer to a question nobody asks any more is dropped, and so is its failure: typing is faster than the network.
      if (event.search !== state.wanted) return state;
      if (!event.options) return closed(state);
      return { ...state, wanted: null, options: event.options, open: true, active: event.options.length > 0 ? 0 : -1 };
    case 'moved': {
      if (!state.open || state.options.length === 0) return state;
      const count = state.options.length;
      return { ...state, active: (state.active + event.by + count) % count };
    }
    case 'chosen':
      return openingCombobox();
    case 'closed':
      return closed(state);
    default:
      return event satisfies never;
  }
}

function closed<Option>(state: ComboboxState<Option>): ComboboxState<Option> {
  return { ...state, open: false, active: -1, wanted: null };
}

/** The option that Enter and Tab would take; none while the list answers an older text. */
export function activeOption<Option>(state: ComboboxState<Option>): Option | undefined {
  return state.wanted === null ? state.options[state.active] : undefined;
}
