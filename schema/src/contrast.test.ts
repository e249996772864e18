import { describe, expect, it } from 'vitest';
import { brandContrast, contrastLevel, contrastRatio, cutRatio, luminanceOf } from './contrast.ts';

const ratio = (a: string, b: string) => contrastRatio(luminanceOf(a)!, luminanceOf(b)!);

it('measures what the examples of WCAG measure', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratio('#ffffff', '#ffffff')).toBe(1);
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.478, 2); // the grey that is famous for failing
  expect(ratio('#767676', '#ffffff')).toBeCloseTo(4.542, 2);
  expect(ratio('#ffffff', '#767676')).toBe(ratio('#767676', '#ffffff'));
});

it('tells text from lines, and cuts rather than rounds', () => {
  expect([4.5, 4.49, 3, 2.99].map(contrastLevel)).toEqual(['text', 'lines', 'lines', 'weak']);
  expect(cutRatio(4.499)).toBe(4.4);
});

it('knows no colour but one', () => {
  for (const nonsense of ['', 'red', '#12', '#12345', '#1234567', '#gggggg', 'url(x)']) {
    expect(luminanceOf(nonsense)).toBeNull();
    expect(brandContrast(nonsense)).toBeNull();
  }
});

describe('the colour of an airline', () => {
  it('is left as it is where it can be read', () => {
    const [light, dark] = brandContrast('#d81939')!;
    expect(light).toMatchObject({ scheme: 'light', level: 'text', adapted: 'darker' });
    expect(light!.given).toBeCloseTo(ratio('#d81939', '#ffffff'), 5);
    expect(dark).toMatchObject({ scheme: 'dark', adapted: 'lighter' });
    expect(brandContrast('#0b3d91')![0]).toMatchObject({ adapted: 'same', level: 'text' });
  });

  it('is darkened on white where it is too pale, and lightened on black where it is too dark', () => {
    expect(brandContrast('#ffe600')![0]).toMatchObject({ level: 'weak', adapted: 'darker' });
    expect(brandContrast('#ffe600')![1]).toMatchObject({ level: 'text', adapted: 'same' });
    expect(brandContrast('#101820')![1]).toMatchObject({ level: 'weak', adapted: 'lighter' });
  });

  it('can be read in either scheme, whatever it is', () => {
    for (const red of ['00', '80', 'ff'])
      for (const green of ['00', '80', 'ff'])
        for (const blue of ['00', '80', 'ff'])
          for (const { scheme, shown, text } of brandContrast(`#${red}${green}${blue}`)!) {
            expect(shown, `${red}${green}${blue} on ${scheme}`).toBeGreaterThanOrEqual(4.5);
            expect(text, `text on ${red}${green}${blue}, ${scheme}`).toBeGreaterThanOrEqual(4.5);
          }
  });
});
