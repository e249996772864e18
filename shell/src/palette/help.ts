import { commandMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { isSingleKey } from '../keys.ts';
import type { Item } from '../overlays.ts';
import { kbd } from './kbd.ts';

/** What every key does here and now. @param singleKeys whether those alone do anything */
export function openHelp(items: readonly Item[], singleKeys: boolean): HTMLDialogElement {
  const text = commandMessages.help;
  const bound = items.filter(({ keys }) => keys && (singleKeys || !isSingleKey(keys)));
  const groups = Map.groupBy(bound, ({ group }) => group);
  const dialog = h(
    'dialog',
    { class: 'dialog help', 'aria-labelledby': 'help-title', closedby: 'any' },
    h('h2', { id: 'help-title' }, text.title),
    !singleKeys && h('p', { class: 'muted' }, text.off),
    ...[...groups].map(([group, members]) =>
      h(
        'section',
        { class: 'help-group' },
        h('h3', {}, group),
        h('dl', {}, ...members.flatMap(({ text: name, keys = '' }) => [h('div', {}, h('dt', {}, name), h('dd', {}, kbd(keys)))])),
      ),
    ),
    h('form', { method: 'dialog', class: 'form-foot' }, h('button', { class: 'btn' }, text.close)),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
