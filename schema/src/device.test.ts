import { expect, it } from 'vitest';
import { deviceInWords } from './device.ts';

const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0';

it.each([
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0'],
  ['Chrome on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${chromium} Safari/537.36`],
  ['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Safari/537.36 Edg/156.0.0.0`],
  ['Safari on Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/19.0 Safari/605.1.15`],
  ['Safari on iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${apple} Version/19.0 Mobile/15E148 Safari/604.1`],
  ['Chrome on iPad', `Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) ${apple} CriOS/156.0 Mobile/15E148 Safari/604.1`],
  ['Samsung Internet on Android', `Mozilla/5.0 (Linux; Android 15; SM-S931B) ${chromium} SamsungBrowser/29.0 Mobile Safari/537.36`],
  ['curl', 'curl/8.14.1'],
  ['node', 'node'.concat('/24')],
  ['Unknown device', 'Mozilla/5.0'],
  ['Unknown device', ''],
])('%s', (words, userAgent) => expect(deviceInWords(userAgent)).toBe(words));
