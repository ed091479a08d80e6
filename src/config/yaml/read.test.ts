import { load } from 'js-yaml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, SourceText } from '../../model/source.ts';
import { entryOf, itemsOf, nodeAt, textOf, textsOf } from './access.ts';
import { toPlain } from './plain.ts';
import { MAX_DOCUMENT_LENGTH, readYaml } from './read.ts';

const read = (text: string) => readYaml(new SourceText('a.yml', text));

function rootOf(text: string): DocumentNode {
  const { root, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  if (root === undefined) throw new Error('no root');
  return root;
}

/** `line:column-line:column` of a node. */
function place(node: DocumentNode | undefined): string {
  if (node === undefined) return 'nowhere';
  const { start, end } = rangeOf(node.span);
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

describe('values', () => {
  it('keeps the digits of a number as they were written', () => {
    const root = rootOf('a: 1.10\nb: 0.123456789012345678901\nc: 1e3\nd: "7"\n');
    expect(textOf(nodeAt(root, 'a'))).toBe('1.10');
    expect(textOf(nodeAt(root, 'b'))).toBe('0.123456789012345678901');
    expect(textOf(nodeAt(root, 'c'))).toBe('1e3');
    expect(toPlain(root)).toEqual({ a: 1.1, b: 0.12345678901234568, c: 1000, d: '7' });
  });

  it.each([
    ['yes', 'yes'],
    ['NO', 'NO'],
    ['2026-01-01', '2026-01-01'],
    ['1_000', '1_000'],
    ['0x1F', 31],
    ['0o17', 15],
    ['017', 17],
    ['.5', 0.5],
    ['-.inf', -Infinity],
    ['~', null],
    ['', null],
    ['True', true],
    ['!!str 12', '12'],
    ["'12'", '12'],
    ['|\n  x\n  y', 'x\ny\n'],
  ])('reads %j as %j', (text, value) => {
    expect(toPlain(rootOf(`a: ${text}\n`))).toEqual({ a: value });
  });

  it('reads JSON with tabs, escapes and surrogate pairs', () => {
    const json = '{\n\t"a":\t"\\ud83d\\ude00\\/",\n\t"b": [1, true, null, {}]\n}';
    expect(toPlain(rootOf(json))).toEqual(JSON.parse(json));
  });

  it('keeps __proto__ an ordinary key', () => {
    const plain = toPlain(rootOf('__proto__: {polluted: true}'));
    expect(Object.keys(plain as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['', '\n\n', '# only a comment\n'])('finds nothing in %j', (text) => {
    expect(read(text)).toEqual({ root: undefined, diagnostics: [] });
  });
});

describe('places', () => {
  const root = rootOf('# c\na: 1.10\nb:\n  - "q"\n  - {k: v, e: } # x\n  - []\nn:\nm: |\n  text\nz: é b\n');

  it.each([
    ['a', '2:4-2:8'],
    ['n', '7:2-7:2'],
    ['z', '10:4-10:7'],
  ])('gives the range of %s', (key, range) => {
    expect(place(nodeAt(root, key))).toBe(range);
  });

  it('includes quotes and brackets', () => {
    expect(itemsOf(nodeAt(root, 'b')).map(place)).toEqual(['4:5-4:8', '5:5-5:16', '6:5-6:7']);
  });

  it('gives the key its own place', () => {
    const span = entryOf(root, 'b')?.keySpan;
    expect(span && rangeOf(span)).toEqual({
      file: 'a.yml',
      start: { line: 3, column: 1 },
      end: { line: 3, column: 2 },
    });
  });

  it('points an alias at its anchor', () => {
    const [, alias] = itemsOf(rootOf('- &x "q"\n- *x\n'));
    expect(place(alias)).toBe('1:6-1:9');
  });

  it('counts lines after a byte order mark and with CRLF', () => {
    expect(place(nodeAt(rootOf('\ufeffa: 1\r\nb: 2\r\n'), 'b'))).toBe('2:4-2:5');
  });
});

describe('errors', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    .concat(
      [1, 2, 3, 4, 5, 6].map(
        (n) =>
          `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
      ),
    )
    .join('\n');
  const ladder = ['a0: &a0 [[[[[[[[[[x]]]]]]]]]]']
    .concat([...Array(20).keys()].map((n) => `a${n + 1}: &a${n + 1} [[[[[[[[*a${n}]]]]]]]]`))
    .join('\n');

  it.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 'yaml-duplicate-key', '3:1'],
    ['a duplicate key in JSON', '{"a": 1,\n "a": 2}', 'yaml-duplicate-key', '2:2'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'yaml-multiple-documents', '3:1'],
    ['a merge key', 'x: &x {a: 1}\ny:\n  <<: *x\n', 'yaml-merge-key', '3:3'],
    ['an open bracket', 'a: [1,\n', 'yaml-syntax', '2:1'],
    ['a tab', 'a:\n\t- b\n', 'yaml-syntax', '2:1'],
    ['an unknown alias', 'a: *z\n', 'yaml-alias', '1:4'],
    ['an alias to itself', 'a: &x [*x]\n', 'yaml-alias', '1:8'],
    ['a tag', 'a: !Ref b\n', 'yaml-tag', '1:4'],
    ['a list as key', '? [a]\n: 1\n', 'yaml-key', '1:3'],
    ['deep nesting', deep(101), 'yaml-syntax', '1:101'],
    ['an alias bomb', bomb, 'yaml-too-large', '6:18'],
    ['a ladder of aliases', ladder, 'yaml-too-large', '13:23'],
    [
      'aliases to a long text',
      `- &a ${'x'.repeat(300_000)}\n${'- *a\n'.repeat(50)}`,
      'yaml-too-large',
      '43:5',
    ],
    ['a long file', ' '.repeat(MAX_DOCUMENT_LENGTH + 1), 'yaml-too-large', '1:1'],
    ['many aliases', `- &a x\n${'- *a\n'.repeat(101)}`, 'yaml-alias', '102:3'],
  ])('refuses %s', (_, text, code, at) => {
    const { root, diagnostics } = read(text);
    expect(root).toBeUndefined();
    const [first] = diagnostics;
    const start = first?.source?.start;
    expect([first?.code, `${String(start?.line)}:${String(start?.column)}`]).toEqual([code, at]);
  });

  it('names the line of the first of two keys', () => {
    expect(read('a: 1\nb: 2\na: 3\n').diagnostics[0]?.message).toBe(
      'The key "a" is there twice: it was given on line 1 already.',
    );
  });

  it('shows every duplicate key', () => {
    expect(read('a: 1\na: 2\nb: {c: 1, c: 2}\n').diagnostics).toHaveLength(2);
  });

  it('says when there are more than 50', () => {
    const { diagnostics } = read('a: 1\n'.repeat(100));
    expect(diagnostics).toHaveLength(51);
    expect(diagnostics.at(-1)?.code).toBe('more-errors');
  });

  it('lets 100 levels through', () => {
    expect(read(deep(100)).diagnostics).toEqual([]);
  });
});

describe('laws', () => {
  it('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      '&x ',
      '*x',
      '#',
      ',',
      '|',
      '? ',
      '---',
      '!!str ',
      '1.0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { root, diagnostics } = read(pieces.join(''));
        expect(root === undefined || diagnostics.length === 0).toBe(true);
      }),
    );
  });

  it('reads any JSON as JSON.parse does, and places inside the text', () => {
    const keys = fc.string().filter((key) => key !== '__proto__');
    const { tree } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      tree: fc.oneof(
        { depthSize: 'small' },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value, null, 1);
        const root = rootOf(text);
        expect(JSON.parse(JSON.stringify(toPlain(root)))).toEqual(value);
        expect(text.slice(root.span.start, root.span.end)).toBe(text);
      }),
    );
  });

  it('agrees with the library on block documents', () => {
    const text = 'a:\n  - b: 1\n    c: [x, "y"]\n  - >-\n    folded\n    text\nd: {e: f}\n';
    expect(toPlain(rootOf(text))).toEqual(load(text));
    expect(textsOf(nodeAt(rootOf(text), 'a'))).toEqual(['folded text']);
  });
});

it.each([
  ['a:\n  b: 1\n c: 2\n', 'one column'],
  ['a: [1,\nb: 2]\n', 'indent this line further'],
  ['a:\n\t- b\n', 'Indent with spaces'],
  ['a: "b\n', 'Close the quote, bracket'],
  ['a: [1,\n', 'Close the quote, bracket'],
  ['{"a": "b', 'Close the text'],
  ['[1, 2', 'Close the bracket'],
  ['a: "\\d"\n', 'a backslash begins an escape'],
  ['a: b\nc d\n', 'has its ":"'],
])('a syntax error comes with a way out: %j', (text, hint) => {
  expect(read(text).diagnostics.map((found) => found.hint)).toEqual([expect.stringContaining(hint)]);
});
