import { shellMessages } from '@jetbridge/schema';
import type { Services } from '../context.ts';
import { h } from '../dom.ts';

export const preferencesId = 'preferences';

/** The panel under the button of the bar. Empty, and its code not fetched, until it is opened. */
export function createPreferencesMenu(services: Services, help: () => void): void {
  const panel = h('section', { class: 'menu preferences', id: preferencesId, popover: 'auto' });
  const fill = async () => {
    const { fillPreferences } = await import('../palette/preferences-panel.ts');
    const close = () => panel.hidePopover();
    fillPreferences(panel, { ...services, help, close });
  };
  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'open') fill().catch(() => services.toast(shellMessages.partFailed, 'bad'));
  });
  const say = () => panel.setAttribute('aria-label', shellMessages.preferences);
  services.spoken.subscribe(async () => {
    say();
    if (!panel.matches(':popover-open')) return;
    await fill();
    panel.querySelector('select')?.focus(); // the language was chosen there
  });
  say();
  document.body.append(panel);
}
