import { describe, expect, it } from 'vitest';
import { addressOf, readPlace, splitTarget } from './place.ts';

describe('place', () => {
  it('reads the front end and the path below it', () => {
    expect(readPlace('/vue/airlines/NAX', '?state=PENDING', 'react')).toEqual({
      mode: 'vue',
      path: '/airlines/NAX',
      search: '?state=PENDING',
    });
    expect(readPlace('/compare', '', 'react')).toEqual({ mode: 'compare', path: '/', search: '' });
  });

  it('opens an address without a front end in the one used last', () => {
    expect(addressOf(readPlace('/', '', 'svelte'))).toBe('/svelte/');
    expect(addressOf(readPlace('/setup', '?token=abc', 'vue'))).toBe('/vue/setup?token=abc');
  });

  it('does not take a longer word for a front end', () => {
    expect(readPlace('/reactor/4', '', 'vue')).toEqual({ mode: 'vue', path: '/reactor/4', search: '' });
  });

  it('splits a target into path and search and drops a fragment', () => {
    expect(splitTarget('/airlines?search=a?b#top')).toEqual({ path: '/airlines', search: '?search=a?b' });
    expect(splitTarget('?page=2')).toEqual({ path: '/', search: '?page=2' });
  });
});
