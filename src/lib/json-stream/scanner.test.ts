import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Chunks } from './encoding.ts';
import { JsonScanner, JsonScanError, MAX_DEPTH } from './scanner.ts';
import type { Taking } from './scanner.ts';

/** What a scan hands out, parsed; `take` says how for each key. */
function scan(chunks: Iterable<Uint8Array>, take: (key: string) => Taking): [string, unknown][] {
  const found: [string, unknown][] = [];
  const scanner = new JsonScanner({
    take,
    found: (key, bytes) => found.push([key, JSON.parse(Buffer.from(bytes).toString())]),
  });
  for (const chunk of chunks) {
    // The scanner must not hold on to a chunk that its owner uses again.
    const own = Uint8Array.from(chunk);
    scanner.add(own);
    own.fill(0x7b);
  }
  scanner.end();
  return found;
}

/** A text cut at the given places, wherever they fall. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [...sorted, bytes.length].map((end, i) => bytes.subarray(sorted[i - 1] ?? 0, end));
}

/** What the scan of an object must give, from `JSON.parse`. */
function expected(text: string, taking: Taking): [string, unknown][] {
  if (taking === 'skip') return [];
  return Object.entries(JSON.parse(text) as object).flatMap(([key, value]: [string, unknown]) =>
    taking === 'items' && Array.isArray(value)
      ? value.map((item: unknown): [string, unknown] => [key, item])
      : [[key, value] as [string, unknown]],
  );
}

const keys = fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__' && !/^\d+$/.test(key));
const objects = fc.dictionary(keys, fc.jsonValue({ maxDepth: 5 }), { noNullPrototype: true });

it('gives the same as JSON.parse, wherever the chunks end', () => {
  fc.assert(
    fc.property(
      objects,
      fc.constantFrom<Taking>('items', 'whole', 'skip'),
      fc.constantFrom(undefined, 1, '\t'),
      fc.array(fc.nat(), { maxLength: 20 }),
      (value, taking, space, places) => {
        const text = JSON.stringify(value, null, space);
        const found = scan(cut(Buffer.from(text), places), () => taking);
        expect(found).toEqual(expected(text, taking));
      },
    ),
    { numRuns: 1000 },
  );
});

it('gives the same byte by byte, in every encoding', () => {
  const text = '{"é\\"{": ["\\\\", "😀 ]\\u005d", {"a": [{}]}], "b" : null , "c":[] }';
  const wanted = expected(text, 'items');
  const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    marked,
    Buffer.from(marked).swap16(),
  ]) {
    const single = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(scan(utf8Chunks(single), () => 'items')).toEqual(wanted);
    expect(scan(utf8Chunks([bytes]), () => 'items')).toEqual(wanted);
  }
});

it('asks for each key once, and hands out only what is wanted', () => {
  const asked: string[] = [];
  const found = scan([Buffer.from('{"a": {"b": 1}, "c": [1, [2]], "d": 3}')], (key) => {
    asked.push(key);
    return key === 'a' ? 'skip' : 'items';
  });
  expect(asked).toEqual(['a', 'c', 'd']);
  expect(found).toEqual([
    ['c', 1],
    ['c', [2]],
    ['d', 3],
  ]);
});

it.each([
  ['', 'no object', 0],
  ['[1]', 'no object', 0],
  ['  x', 'no object', 2],
  ['{"a": [1, 2', 'truncated', 11],
  ['{"a": "x', 'truncated', 8],
  ['{"a": 1} {', 'text after it', 9],
  ['{}]', 'text after it', 2],
  [`{"a": ${'['.repeat(MAX_DEPTH)}`, 'too deep', 5 + MAX_DEPTH],
])('refuses %s', (text, problem, offset) => {
  const read = (): unknown => scan([Buffer.from(text)], () => 'skip');
  expect(read).toThrow(JsonScanError);
  expect(read).toThrow(expect.objectContaining({ problem, offset }) as Error);
});
