import type { Command } from '@jetbridge/schema';
import { useApp } from './use-context.ts';

/** Offers what can be done on this page, in the palette and by keys, for as long as the component is there. */
export function useCommands(commands: () => readonly Command[]): void {
  const app = useApp();
  $effect(() => app.commands.add(commands()));
}
