import { describe, expect, it } from 'vitest';
import { decimal } from '../lib/decimal.ts';
import { jsonText } from './json-text.ts';
import type { Json } from './json-text.ts';

describe('jsonText', () => {
  it.each<[Json, string]>([
    [decimal('0.10000000000000000000000001'), '0.10000000000000000000000001'],
    [decimal('1e30'), '1000000000000000000000000000000'],
    [[1, null, true, 'a"b'], '[1,null,true,"a\\"b"]'],
    [{ 'é\n': [] }, '{"é\\n":[]}'],
    ['half \ud800 pair', '"half � pair"'],
    ['tab\t "quote" \u0001', '"tab\\t \\"quote\\" \\u0001"'],
    ['whole \u{1f600} pair', '"whole \u{1f600} pair"'],
    ['\\ud800 as text', '"\\\\ud800 as text"'],
  ])('writes %j', (value, text) => {
    expect(jsonText(value)).toBe(text);
  });
});
