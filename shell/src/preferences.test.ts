import { defaultPreferences, type Session } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import type { Keep } from './keep.ts';
import { createPreferences, preferencesAt } from './preferences.ts';
import { Value } from './value.ts';

/** A browser with what it keeps; each tab is an EventTarget. */
function browser(kept: Record<string, string> = {}) {
  const store = new Map(Object.entries(kept));
  const keep: Keep = {
    get: (key) => store.get(key) ?? null,
    set: (key, value) => void store.set(key, value),
    remove: (key) => void store.delete(key),
  };
  const open = () => {
    const [root, tab] = [{ dataset: {} as DOMStringMap }, new EventTarget()];
    const hear = () => tab.dispatchEvent(Object.assign(new Event('storage'), { key: 'jetbridge.preferences' }));
    return { root, hear, preferences: createPreferences(keep, root, tab) };
  };
  return { open };
}

describe('preferences', () => {
  it('begin with the defaults, and are kept', () => {
    const { open } = browser();
    const { preferences, root } = open();
    expect([preferences.value, root.dataset.density]).toEqual([defaultPreferences, 'comfortable']);
    preferences.set({ density: 'compact', distance: 'KM' });
    expect(root.dataset.density).toBe('compact');
    expect(open().preferences.value).toEqual({ ...defaultPreferences, density: 'compact', distance: 'KM' });
  });

  it('tell whoever listens, here and in the other tabs', () => {
    const { open } = browser();
    const [here, there] = [open(), open()];
    const heard: string[] = [];
    here.preferences.subscribe(() => heard.push(`here ${here.preferences.value.weight}`));
    there.preferences.subscribe(() => heard.push(`there ${there.preferences.value.weight}`));
    here.preferences.set({ weight: 'LB' });
    there.hear();
    expect(heard).toEqual(['here LB', 'there LB']);
  });

  it('have the units of the airline one looks at, where one chose none', () => {
    const { preferences } = browser().open();
    const member = { airline: { code: 'NAX', settings: { distanceUnit: 'KM', weightUnit: 'LB' } } };
    const session = new Value({ status: 'signed-in', viewer: { memberships: [member] } }) as unknown as Session;
    const nav = { path: '/airlines/NAX/pireps', subscribe: () => () => {} };
    const here = preferencesAt({ preferences, session }, nav);
    const units = () => [here.value.distance, here.value.weight];
    expect(units()).toEqual(['KM', 'LB']);
    expect(here.value).toBe(here.value); // nobody draws anew for nothing
    preferences.set({ weight: 'KG' });
    expect(units()).toEqual(['KM', 'KG']);
    nav.path = '/airlines/ABX';
    expect(units()).toEqual(['AIRLINE', 'KG']);
  });

  it.each(['', 'null', '{"density":"com', '[]', '{"density":"roomy","singleKeys":"no","more":1}'])('survive a kept %j', (kept) => {
    expect(browser({ 'jetbridge.preferences': kept }).open().preferences.value).toEqual(defaultPreferences);
  });
});
