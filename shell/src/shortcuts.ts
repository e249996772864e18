import type { Preferences } from '@jetbridge/schema';
import type { CommandRegistry } from './commands.ts';
import { isSingleKey, meant, nameOfKey } from './keys.ts';

const sequenceWithinMs = 1_200;
/** What works wherever the person is, even in a field. */
const everywhere = ['mod+k', 'mod+enter'];
const typedInto = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]';

/** One listener for all keys. What a field, a list or a dialog has answered itself is not looked at. */
export function listenForKeys(
  commands: CommandRegistry,
  preferences: Preferences,
  page: EventTarget & Pick<Document, 'querySelector'> = document,
): void {
  let typed: string[] = [];
  let last = 0;
  page.addEventListener('keydown', (news) => {
    const event = news as KeyboardEvent;
    if (event.defaultPrevented || event.isComposing) return;
    const key = nameOfKey(event);
    if (key === null) return;
    if (event.timeStamp - last > sequenceWithinMs) typed = [];
    last = event.timeStamp;
    const busy = (event.target as Element).closest?.(typedInto) || page.querySelector(':modal, :popover-open');
    if (busy && !everywhere.includes(key)) {
      typed = [];
      return;
    }
    const offered = commands.list().filter(({ keys }) => keys && (preferences.value.singleKeys || !isSingleKey(keys)));
    const going = meant(offered, [...typed, key]);
    // A key that does not go on with a sequence may begin another.
    const [found, so] = going ? [going, [...typed, key]] : [meant(offered, [key]), [key]];
    typed = found === 'wait' ? so : [];
    if (found === null) return;
    event.preventDefault();
    if (found !== 'wait') found.run();
  });
}
