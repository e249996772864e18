import type { Services } from './context.ts';
import { createOverlays } from './overlays.ts';
import type { Place } from './place.ts';
import { shellCommands } from './shell-commands.ts';
import { listenForKeys } from './shortcuts.ts';

interface Doors {
  /** Where the person is. */
  here(): Place;
  open(place: Place): void;
}

/** What is reached by keys. Nothing of it is needed to show a page, so it is fetched beside the first one. */
export function startKeyboard(services: Services, doors: Doors) {
  const overlays = createOverlays(services, doors);
  services.commands.own = () => shellCommands(services, { ...doors, ...overlays });
  listenForKeys(services.commands, services.preferences);
  return overlays;
}
