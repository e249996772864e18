import { describe, expect, it } from 'vitest';
import { hashOf, type Options, readOptions } from './options.ts';

const usual: Options = { linked: true, mirrored: false, source: false, isolated: false, lead: null };

describe('the options of a comparison', () => {
  it('are as usual where the address says nothing, or nonsense', () => {
    for (const hash of ['', '#', '#lead=angular', '#source=', '#%', '#linked&&&'])
      expect(readOptions(hash)).toMatchObject({ ...usual, linked: hash !== '#linked&&&' });
  });

  it('come back from the address they made', () => {
    for (const linked of [true, false])
      for (const mirrored of [true, false])
        for (const source of [true, false])
          for (const lead of ['react', 'vue', 'svelte', null] as const) {
            const options = { linked, mirrored, source, isolated: source, lead };
            expect(readOptions(hashOf(options))).toEqual(options);
          }
    expect(hashOf(usual)).toBe('');
    expect(hashOf({ ...usual, lead: 'vue', mirrored: true })).toBe('#mirrored=1&lead=vue');
  });
});
