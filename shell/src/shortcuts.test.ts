import { type Command, defaultPreferences, type Preferences, type PreferenceValues } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import { CommandRegistry } from './commands.ts';
import { isSingleKey, keysInWords, nameOfKey } from './keys.ts';
import { listenForKeys } from './shortcuts.ts';
import { Value } from './value.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
});

describe('the name of a key', () => {
  it.each([
    ['j', press('j')],
    ['shift+j', press('J', { shiftKey: true })],
    ['?', press('?', { shiftKey: true })], // with Shift on most layouts, without on some
    ['mod+k', press('k', { ctrlKey: true })],
    ['mod+enter', press('Enter', { ctrlKey: true })],
    ['arrowdown', press('ArrowDown')],
    ['[', press('[', { ctrlKey: true, altKey: true })], // AltGr on a German keyboard
    [null, press('k', { metaKey: true })],
    [null, press('k', { altKey: true })],
    [null, press('Shift', { shiftKey: true })],
  ])('%s', (name, pressed) => expect(nameOfKey(pressed, false)).toBe(name));

  it('has ⌘ as its mod on a Mac', () => {
    expect(nameOfKey(press('k', { metaKey: true }), true)).toBe('mod+k');
    expect(nameOfKey(press('k', { ctrlKey: true }), true)).toBeNull();
  });

  it('is shown as on the keyboard', () => {
    expect(keysInWords('mod+k', false)).toEqual([['Ctrl', 'K']]);
    expect(keysInWords('mod+enter', true)).toEqual([['⌘', 'Enter']]);
    expect(keysInWords('g a', false)).toEqual([['G'], ['A']]);
  });

  it('is single when it writes', () => {
    expect(['j', '?', 'shift+j', 'g a', 'mod+k', 'arrowdown'].filter(isSingleKey)).toEqual(['j', '?', 'shift+j', 'g a']);
  });
});

/** A page with commands under keys, and what was done. */
function page(...keys: string[]) {
  const done: string[] = [];
  const commands = new CommandRegistry();
  const asCommand = (key: string): Command => ({ id: key, text: key, keys: key, run: () => done.push(key) });
  commands.own = () => keys.map((key) => ({ ...asCommand(key), group: 'Shell' }));
  const values = new Value<PreferenceValues>(defaultPreferences);
  const preferences: Preferences = {
    get value() {
      return values.value;
    },
    subscribe: values.subscribe,
    set: (change) => values.set({ ...values.value, ...change }),
  };
  const over = { page: false };
  const target = Object.assign(new EventTarget(), {
    querySelector: () => (over.page ? {} : null) as Element | null,
    closest: () => null as unknown,
  });
  listenForKeys(commands, preferences, target);
  const type = (...names: string[]) => {
    for (const name of names) {
      const event = Object.assign(
        new Event('keydown', { cancelable: true }),
        press(name.replace('mod+', ''), { ctrlKey: name.startsWith('mod+') }),
      );
      target.dispatchEvent(event);
    }
  };
  return { commands, done, over, preferences, target, type, asCommand };
}

describe('a key', () => {
  it('does what it is bound to, one after another too', () => {
    const { done, type } = page('j', 'g a', 'mod+k');
    type('j', 'g', 'a', 'g', 'j', 'a', 'mod+k');
    expect(done).toEqual(['j', 'g a', 'j', 'mod+k']);
  });

  it('is left to a field, and to what is open over the page', () => {
    const { done, type, over, target } = page('j', 'mod+k', 'mod+enter');
    target.closest = () => ({});
    type('j', 'mod+k');
    target.closest = () => null;
    over.page = true;
    type('j', 'mod+enter');
    expect(done).toEqual(['mod+k', 'mod+enter']);
  });

  it('does nothing alone when single keys are switched off', () => {
    const { done, type, preferences } = page('j', 'g a', 'mod+k');
    preferences.set({ singleKeys: false });
    type('j', 'g', 'a', 'mod+k');
    expect(done).toEqual(['mod+k']);
  });
});

describe('commands', () => {
  it('are those of the front end that is meant, before those of the shell', () => {
    const { commands, type, done, asCommand } = page('j', '?');
    commands.of('react').add([{ ...asCommand('j'), id: 'next', run: () => done.push('react') }]);
    commands.of('vue').add([{ ...asCommand('j'), id: 'next', run: () => done.push('vue') }]);
    commands.current = () => 'vue';
    type('j');
    commands.current = () => 'react';
    type('j');
    expect(done).toEqual(['vue', 'react']);
    expect(commands.list().map(({ id }) => id)).toEqual(['next', 'j', '?']);
  });

  it('leave with their page, and give way to later ones of the same name', () => {
    const { commands, asCommand } = page();
    commands.current = () => 'react';
    const leave = commands.of('react').add([{ ...asCommand('x'), text: 'page' }]);
    const leaveDialog = commands.of('react').add([{ ...asCommand('x'), text: 'dialog' }]);
    const texts = () => commands.list().map(({ text }) => text);
    expect(texts()).toEqual(['dialog']);
    leaveDialog();
    leaveDialog();
    expect(texts()).toEqual(['page']);
    leave();
    expect(texts()).toEqual([]);
  });
});
