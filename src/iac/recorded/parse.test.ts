import { expect, it } from 'vitest';
import { parseRecorded } from './parse.ts';

it.each<[string, unknown]>([
  ['[0, -0.0, 0e-999, 1e-9, 1.5e-300]', [0, -0, 0, 1e-9, 1.5e-300]],
  ['[1e-400, -1E-0400, 1e400]', [Infinity, Infinity, Infinity]],
  [`{"a":0.${'0'.repeat(400)}1,"b":0.${'0'.repeat(400)}}`, { a: Infinity, b: 0 }],
  ['{"1e-400":"\\\\\\"1e-400","b":1e-400}', { '1e-400': '\\"1e-400', b: Infinity }],
])('%s', (text, expected) => {
  expect(parseRecorded(text)).toStrictEqual(expected);
});

it('is done with a long text', () => {
  const long = 'e-400 \\n'.repeat(500_000);
  expect(parseRecorded(`["${long}",1e-400]`)).toEqual([long.replaceAll('\\n', '\n'), Infinity]);
});

it('throws for what is no JSON', () => {
  expect(() => parseRecorded('["1e-400')).toThrow(SyntaxError);
});
