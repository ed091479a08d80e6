import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { readCsv } from './records.ts';

/** The records of a text that arrives in pieces of some bytes. */
async function records(text: string | Buffer, size = 7): Promise<string[][]> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const found: string[][] = [];
  await readCsv(pieces(), (record) => {
    found.push(Array.from({ length: record.columns }, (_, column) => record.text(column)));
  });
  return found;
}

describe('readCsv', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain fields',
      'a,b\nc,\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'no line break at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'line breaks of Windows',
      '"a","b"\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quotes, commas and line breaks in quotes', '"a,""b""\n",c\n', [['a,"b"\n', 'c']]],
    ['empty lines', 'a\n\n\r\nb\n', [['a'], ['b']]],
    ['an empty quoted field', '""\n', [['']]],
    ['letters of several bytes', '"São Paulo","€"\n', [['São Paulo', '€']]],
    ['nothing', '', []],
  ])('reads %s', async (_, text, expected) => {
    for (const size of [1, 2, 1000]) expect(await records(text, size)).toEqual(expected);
  });

  test('reads what a library reads, however the text is cut', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ') });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (table, size) => {
        const text = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const expected: string[][] = parse(text, { relax_column_count: true });
        expect(await records(text, size)).toEqual(expected);
      }),
    );
  });

  test.each([
    ['that ends within quotes', 'a,b\n"c,d\n', 'ends within a record'],
    ['with quotes that never end', `"${'x\n'.repeat(700_000)}`, 'too long'],
    ['with a line that never ends', 'x'.repeat(1_100_000), 'too long'],
    ['of too many columns', `${','.repeat(1001)}\n`, 'too many columns'],
  ])('refuses a file %s', async (_, text, message) => {
    await expect(records(text, 65_536)).rejects.toThrow(message);
  });
});
