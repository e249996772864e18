import { commandMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import type { Item } from '../overlays.ts';
import { kbd } from './kbd.ts';
import { matching } from './matching.ts';

export { searchPireps } from './search.ts';

const searchDelayMs = 150;

interface Offer {
  /** Known at once. */
  items: readonly Item[];
  /** Asked of the server when typing pauses; shown whatever the words are. */
  search(typed: string): Promise<Item[]>;
}

/** Type, go down, Enter: a combobox whose list is always open (WAI-ARIA, editable combobox with list autocomplete). */
export function openPalette({ items, search }: Offer): HTMLDialogElement {
  const text = commandMessages.palette;
  const list = h('div', { class: 'palette-list', id: 'palette-list', role: 'listbox', 'aria-label': text.results });
  const empty = h('p', { class: 'palette-empty', role: 'status' });
  const input = h('input', {
    class: 'input palette-input',
    type: 'text',
    role: 'combobox',
    'aria-label': text.label,
    placeholder: text.label,
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const dialog = h('dialog', { class: 'dialog palette', 'aria-label': text.title, closedby: 'any' }, input, list, empty);

  let found: Item[] = [];
  let shown: { item: Item; option: HTMLElement }[] = [];
  let active = 0;
  let timer = 0;

  const take = ({ run }: Item) => {
    dialog.close();
    run();
  };
  const takeActive = () => {
    const chosen = shown[active];
    if (chosen) take(chosen.item);
  };
  const point = (at: number) => {
    active = shown.length === 0 ? -1 : (at + shown.length) % shown.length;
    for (const [index, { option }] of shown.entries()) option.setAttribute('aria-selected', String(index === active));
    const option = shown[active]?.option;
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const draw = () => {
    const groups = matching(items, input.value);
    for (const item of found) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
    shown = [];
    const sections = [...groups].map(([group, members], index) =>
      h(
        'div',
        { role: 'group', 'aria-labelledby': `palette-group-${index}` },
        h('div', { class: 'palette-group', id: `palette-group-${index}`, role: 'presentation' }, group),
        ...members.map((item) => {
          const at = shown.length;
          const option = h(
            'div',
            {
              class: 'palette-option',
              role: 'option',
              id: `palette-option-${at}`,
              onclick: () => take(item),
              onpointermove: () => at !== active && point(at),
            },
            h('span', {}, item.text),
            item.keys && kbd(item.keys),
          );
          shown.push({ item, option });
          return option;
        }),
      ),
    );
    list.replaceChildren(...sections);
    list.hidden = shown.length === 0;
    empty.textContent = shown.length === 0 ? text.empty : '';
    point(0);
  };

  input.addEventListener('input', () => {
    found = [];
    draw();
    clearTimeout(timer);
    const typed = input.value.trim();
    timer = window.setTimeout(async () => {
      const answer = await search(typed);
      if (input.value.trim() !== typed || answer.length === 0) return;
      const before = shown[active]?.item;
      found = answer;
      draw();
      const again = shown.findIndex(({ item }) => item === before);
      if (again > 0) point(again); // what the person was about to take stays under the finger
    }, searchDelayMs);
  });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) point(active + step);
    else if (event.key === 'Enter' && !event.isComposing) takeActive();
    else return;
    event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the focus stays in the field
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    dialog.remove();
  });
  document.body.append(dialog);
  draw();
  dialog.showModal();
  return dialog;
}
