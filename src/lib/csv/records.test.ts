import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { readCsv } from './records.ts';

/** The records of a text that arrives in pieces of some bytes. */
async function records(text: string | Buffer, size = 7): Promise<string[][]> {
  const found: string[][] = [];
  await readCsv(pieces(Buffer.from(text), size), (record) => {
    found.push(Array.from({ length: record.columns }, (_, column) => record.text(column)));
  });
  return found;
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
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
    ['ends within quotes', 'a,b\n"c,d\n', 'opens quotes that do not end', 2],
    ['has quotes that never end', `a\n"${'x\n'.repeat(700_000)}`, 'opens quotes that do not end', 2],
    ['opens a quote too few', 'a,b\n"c,"d"\n"e","f"\n', 'ends its quotes in the middle of a field', 2],
    ['has broken quotes after a line break', '"a\nb"c,"d"\n', 'ends its quotes in the middle of a field', 1],
  ])('ends, with the line, where a file %s', async (_, text, message, line) => {
    for (const size of [3, 65_536]) {
      if (text.length > 1000 && size === 3) continue;
      await expect(records(text, size)).rejects.toMatchObject({ name: 'CsvError', message, line });
    }
  });

  test.each<[string, string | Buffer, string]>([
    ['quotes in a field without', 'a"b,c', 'has quotes within a field without quotes'],
    ['quotes that end too early', '"he said "hi", too",c', 'ends its quotes in the middle of a field'],
    ['a NUL byte', 'a\0,c', 'holds a NUL byte'],
    ['a NUL byte in quotes', '"a\0",c', 'holds a NUL byte'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x2c, 0xff]), 'is not UTF-8'],
    ['too many columns', ','.repeat(1001), 'has more than 1000 columns'],
    ['a line without end', 'x'.repeat(1_500_000), 'is longer than 1048576 bytes'],
  ])('names a record with %s, and reads on', async (_, record, problem) => {
    const text = Buffer.concat([Buffer.from('1,2\n'), Buffer.from(record), Buffer.from('\n3,4\n')]);
    for (const size of text.length > 10_000 ? [65_536] : [1, 2, 1000]) {
      const found: [number, string | null, string][] = [];
      await readCsv(pieces(text, size), (one) => found.push([one.line, one.problem, one.text(0)]));
      expect(found.map(([line, problem]) => [line, problem])).toEqual([
        [1, null],
        [2, problem],
        [3, null],
      ]);
      expect([found[0]?.[2], found[2]?.[2]]).toEqual(['1', '3']);
    }
  });

  test('counts lines through line breaks in quotes, and reads over the mark of UTF-8', async () => {
    const found: [number, string][] = [];
    await readCsv(pieces(Buffer.from('\ufeffa\n"b\n\nc"\n\nd\n'), 2), (one) =>
      found.push([one.line, one.text(0)]),
    );
    expect(found).toEqual([
      [1, 'a'],
      [2, 'b\n\nc'],
      [6, 'd'],
    ]);
  });
});
