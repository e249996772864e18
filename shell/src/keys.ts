import { type Command, commandMessages } from '@jetbridge/schema';

import { isMac } from './platform.ts';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key as commands name it: `j`, `?`, `mod+k`, `shift+j`. Null for a modifier alone, and for what belongs to the browser or the system. */
export function nameOfKey(press: Press, mac = isMac): string | null {
  const { key } = press;
  const [mod, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'Dead', 'Process', 'Unidentified'].includes(key)) return null;
  const character = key.length === 1;
  // AltGr and ⌥ write characters of their own on many layouts; on Windows AltGr arrives as Ctrl+Alt.
  if (press.altKey && character && !/[a-z0-9]/i.test(key)) return key;
  if (other || press.altKey) return null;
  const name = key === ' ' ? 'space' : key.toLowerCase();
  // The layout has already used Shift to make `?`; only for a letter or a named key it is a key of its own.
  const shift = press.shiftKey && (!character || name !== key);
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${name}`;
}

/** Whether the command is called by characters alone, which people who dictate or whose hands shake want to switch off. */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((key) => key.replace('shift+', '').length === 1);
}

/**
 * What the keys so far mean.
 * @returns the command; `wait` when more keys may follow; null for nothing
 */
export function meant(commands: readonly Command[], typed: readonly string[]): Command | 'wait' | null {
  const so = typed.join(' ');
  const exact = commands.find(({ keys }) => keys === so);
  if (exact) return exact;
  return commands.some(({ keys }) => keys?.startsWith(`${so} `)) ? 'wait' : null;
}

/** `mod+k` → `[['Ctrl', 'K']]`; `g a` → `[['G'], ['A']]`: one after another, each at once. */
export function keysInWords(keys: string, mac = isMac): string[][] {
  const names: Record<string, string> = {
    mod: mac ? '⌘' : commandMessages.keys.ctrl,
    arrowdown: '↓',
    arrowup: '↑',
    ...commandMessages.keys,
  };
  return keys.split(' ').map((key) => key.split('+').map((part) => names[part] ?? part.toUpperCase()));
}
