import { expect, it } from 'vitest';

import { isBlank } from './blank.ts';

it.each([
  '',
  ' ',
  '\t\r\n',
  '\u00a0',
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u180e',
  '\u200b',
  '\u200e\u2060',
  '\u2003',
  '\u2800',
  '\u3000',
  '\u3164',
  '\ufeff',
  '\uffa0',
  '\ufe0f',
  '\u{e0041}',
  '\u0000',
  '\ud800',
  ' \u200b\u3164 ',
])('%j is blank', (text) => {
  expect(isBlank(text)).toBe(true);
});

it.each(['a', '.', '-', '0', '\u200ba', ' x ', 'é', '中', '😀', '\u0301'])('%j is not', (text) => {
  expect(isBlank(text)).toBe(false);
});
