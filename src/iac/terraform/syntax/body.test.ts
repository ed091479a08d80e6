import { describe, expect, it } from 'vitest';
import { native, showBody, showDiagnostics } from './testing/show.ts';

describe('bodies', () => {
  it.each([
    ['an argument', 'a = 1\n', '{a = 1}'],
    ['the last line without newline', 'a = 1', '{a = 1}'],
    ['labels', 'resource "aws_vpc" main {\n}\n', '{resource "aws_vpc" "main" {}}'],
    ['a block on one line', 'a { b = 1 }\nc {}\n', '{a {b = 1}; c {}}'],
    ['a value over several lines in a block on one line', 'a { b = [\n1\n] }\n', '{a {b = [1]}}'],
    ['nested blocks', 'a {\n  b "c" {\n    d = 1\n  }\n  e = 2\n}\n', '{a {b "c" {d = 1}; e = 2}}'],
    ['comments', '# a\n// b\na = 1 # c\n/* d\n e */ b = 2 /* f */\n', '{a = 1; b = 2}'],
    ['carriage returns', 'a = 1\r\nb {\r\n  c = "d"\r\n}\r\n', '{a = 1; b {c = "d"}}'],
    ['a byte order mark', '\uFEFFa = 1\n', '{a = 1}'],
    ['names of any script', 'größe-1 = 1\n𝒳 = 2\n_x = 3\n', '{größe-1 = 1; 𝒳 = 2; _x = 3}'],
    ['keywords as names', 'for = 1\nif = 2\ntrue = 3\n', '{for = 1; if = 2; true = 3}'],
    ['nothing', '', '{}'],
  ])('read %s', (_name, text, tree) => {
    const file = native(text);
    expect(showDiagnostics(file.diagnostics)).toEqual([]);
    expect(showBody(file.body)).toBe(tree);
  });

  it('have exact offsets', () => {
    const text = '\uFEFF// x\r\nresource "é" b {\r\n\ta = "😀${ c . d }" # y\r\n}\r\n';
    const { body, comments } = native(text);
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    const [block] = body.blocks;
    const [attribute] = block?.body.attributes ?? [];
    if (block === undefined || attribute?.value.kind !== 'template') throw new Error('not read');
    expect(cut(block)).toBe('resource "é" b {\r\n\ta = "😀${ c . d }" # y\r\n}');
    expect(text.slice(block.start, block.headerEnd)).toBe('resource "é" b');
    expect(block.labels.map(cut)).toEqual(['"é"', 'b']);
    expect(cut(block.body)).toBe('{\r\n\ta = "😀${ c . d }" # y\r\n}');
    expect(cut(attribute)).toBe('a = "😀${ c . d }"');
    expect(text.slice(attribute.start, attribute.nameEnd)).toBe('a');
    expect(attribute.value.parts.map(cut)).toEqual(['😀', '${ c . d }']);
    expect(comments).toEqual([
      { start: 1, end: 5, text: '// x' },
      { start: text.indexOf('# y'), end: text.indexOf('# y') + 3, text: '# y' },
    ]);
  });
});

describe('recovery', () => {
  it.each([
    [
      'a bad value keeps its name',
      'a = 1\nb = ]\nc = 3\n',
      '{a = 1; b = invalid; c = 3; …}',
      ['2:5 Expected a value, found "]".'],
    ],
    [
      'something after a value',
      'ami = "x" ]\nb = 1\n',
      '{ami = invalid; b = 1; …}',
      ['1:11 Expected a newline after the value of "ami", found "]".'],
    ],
    [
      'a bad item in brackets',
      'a = {\n  b = 1\n  c = ]\n}\nd = 2\n',
      '{a = invalid; d = 2; …}',
      ['3:7 Expected a value, found "]".'],
    ],
    [
      'an argument set twice',
      'a = 1\na = 2\n',
      '{a = 1}',
      ['2:1 "a" is set twice in this block; the first one holds.'],
    ],
    [
      'a string without end',
      'x {\n  a = "b\n  c = 1\n}\ny {}\n',
      '{x {a = invalid; c = 1; …}; y {}}',
      ['2:9 Expected a closing quote, found the end of the line.'],
    ],
    [
      'an interpolation without end',
      'x {\n  a = "${b"\n  c = 1\n}\ny {}\n',
      '{x {a = invalid; c = 1; …}; y {}}',
      ['2:11 Expected "}" at the end of the interpolation, found a string.'],
    ],
    [
      'a bracket without end',
      'x {\n  a = [1,\n  b = 2\n}\ny {}\n',
      '{x {a = invalid; …}; y {}}',
      ['3:5 Expected "," or "]" after the item, found "=".'],
    ],
    [
      'a brace in an argument without end',
      'resource "a" "b" {\n  tags = {\n    c = 1\n}\nresource "d" "e" {\n  f = 1\n}\n',
      '{resource "a" "b" {tags = {"c"=1}; …}; resource "d" "e" {f = 1}}'.replace('{"c"=1}', '{c=1}'),
      ['1:1 Expected "}" to close this block, found the next block.'],
    ],
    [
      'a block without end before another',
      'resource "a" "b" {\n  x = 1\n\nlocals {\n  y = 2\n}\n',
      '{resource "a" "b" {x = 1; …}; locals {y = 2}}',
      ['1:1 Expected "}" to close this block, found the next block.'],
    ],
    [
      'a block without end at the end',
      'x {\n  a = 1\n',
      '{x {a = 1; …}}',
      ['1:1 Expected "}" to close this block, found the end of the file.'],
    ],
    [
      'a heredoc without end before another block',
      'locals {\n  a = <<E\n  b\n}\nlocals {\n  c = 1\n}\n',
      '{locals {a = invalid; …}; locals {c = 1}}',
      [
        '2:7 Expected a line with nothing but the tag of this heredoc, found the end of the file.',
        '1:1 Expected "}" to close this block, found the next block.',
      ],
    ],
    ['a brace too many', 'x {\n}\n}\ny = 1\n', '{x {}; y = 1; …}', ['3:1 Found "}", but no block is open.']],
    [
      'a bad header skips its block',
      'x "a${b}" {\n  c = 1\n}\ny = 1\n',
      '{y = 1; …}',
      ['1:3 Expected a label without interpolation.'],
    ],
    [
      'a header without brace',
      'x "a"\ny = 1\n',
      '{y = 1; …}',
      ['1:6 Expected a label or "{" on the line of the block header, found the end of the line.'],
    ],
    [
      'two arguments in a block on one line',
      'x { a = 1, b = 2 }\ny = 1\n',
      '{x {a = invalid; …}; y = 1}',
      ['1:10 Expected "}" after the only argument of a block on one line, found ",".'],
    ],
    [
      'a block in a block on one line',
      'x { y {} }\nz = 1\n',
      '{x {…}; z = 1}',
      ['1:7 Expected "=" and a value, found "{".'],
    ],
    [
      'a one-line block that goes on',
      'x { a = 1\n  b = 2\n}\n',
      '{x {a = invalid; b = 2; …}}',
      ['1:10 Expected "}" after the only argument of a block on one line, found the end of the line.'],
    ],
    [
      'two blocks on one line',
      'x {} y {}\nz = 1\n',
      '{x {}; z = 1; …}',
      ['1:6 Expected a newline after the closing brace, found "y".'],
    ],
    [
      'a quoted name',
      '"a" = 1\nb = 2\n',
      '{b = 2; …}',
      ['1:1 Expected an argument or a block, found a string.'],
    ],
    [
      'a name alone',
      'a\nb = 2\n',
      '{b = 2; …}',
      ['1:2 Expected "=" and a value, or a block, after the name, found the end of the line.'],
    ],
  ])('%s', (_name, text, tree, messages) => {
    const file = native(text);
    expect(showDiagnostics(file.diagnostics)).toEqual(messages);
    expect(showBody(file.body)).toBe(tree);
  });

  it('does not take unindented nested blocks for the top level of a file that is in order', () => {
    const file = native('terraform {\nprovider {\n}\ndata {\n}\n}\n');
    expect(file.diagnostics).toEqual([]);
    expect(showBody(file.body)).toBe('{terraform {provider {}; data {}}}');
  });
});
