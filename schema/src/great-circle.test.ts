import { expect, it } from 'vitest';
import { greatCircleNm } from './great-circle.ts';

const engm = { latitude: 60.1939, longitude: 11.1004 };
const enbr = { latitude: 60.2934, longitude: 5.21814 };

it('measures along the great circle, to a tenth of a mile', () => {
  expect(greatCircleNm(engm, enbr)).toBe(175.3);
  // The reference says 2991.3; the airport list has Heathrow and Kennedy some hundred metres from where the reference has them.
  const [egll, kjfk] = [
    { latitude: 51.4706, longitude: -0.461941 },
    { latitude: 40.639447, longitude: -73.779317 },
  ];
  expect(greatCircleNm(egll, kjfk)).toBe(2991.2);
});

it('is the same in both directions, nothing to itself, and half the globe to the far side', () => {
  expect(greatCircleNm(enbr, engm)).toBe(greatCircleNm(engm, enbr));
  expect(greatCircleNm(engm, engm)).toBe(0);
  expect(greatCircleNm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 3440.065, 1);
});
