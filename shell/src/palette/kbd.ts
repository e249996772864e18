import { commandMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { keysInWords } from '../keys.ts';

/** The keys of a command, as they stand on the keyboard. */
export function kbd(keys: string): HTMLElement {
  const presses = keysInWords(keys).map((parts) => parts.map((part) => h('kbd', { class: 'kbd' }, part)));
  const then = () => h('span', { class: 'visually-hidden' }, ` ${commandMessages.help.followedBy} `);
  return h('span', { class: 'keys' }, ...presses.flatMap((parts, at) => (at === 0 ? parts : [then(), ...parts])));
}
