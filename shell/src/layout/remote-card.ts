import { shellMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import type { Framework } from '../place.ts';

interface Failed {
  framework: Framework;
  reason: string;
  retry(): void;
  reload: (() => void) | null;
}

/** What a pane shows instead of its remote. */
export function remoteCard({ framework, reason, retry, reload }: Failed): HTMLElement {
  const texts = shellMessages;
  return h(
    'section',
    { class: 'remote-card', role: 'alert' },
    h('h2', {}, texts.failed(texts.framework[framework])),
    h('p', {}, reason),
    h('p', { class: 'muted' }, texts.othersWork),
    h(
      'div',
      { class: 'cluster' },
      h('button', { class: 'btn', type: 'button', 'data-kind': reload ? undefined : 'primary', onclick: retry }, shellMessages.retry),
      reload && h('button', { class: 'btn', type: 'button', 'data-kind': 'primary', onclick: reload }, texts.reload),
    ),
  );
}
