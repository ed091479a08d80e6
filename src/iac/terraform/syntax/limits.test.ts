import { describe, expect, it } from 'vitest';
import {
  MAX_CHAIN,
  MAX_DEPTH,
  MAX_ERRORS,
  MAX_FILE,
  MAX_STRING,
  MAX_UNCLOSED_HEREDOCS,
  MAX_VALUES,
} from './limits.ts';
import { json, native, showBody, showDiagnostics, shown } from './testing/show.ts';

const TAIL = '\nlast = 1\n';

describe('limits', () => {
  it.each([
    ['brackets', `a = ${'['.repeat(5000)}${']'.repeat(5000)}${TAIL}`],
    ['parentheses', `a = ${'('.repeat(5000)}${')'.repeat(5000)}${TAIL}`],
    ['objects', `a = ${'{ b = '.repeat(5000)}1${' }'.repeat(5000)}${TAIL}`],
    ['calls', `a = ${'b('.repeat(5000)}${')'.repeat(5000)}${TAIL}`],
    ['for', `a = ${'[for b in '.repeat(5000)}c${' : b]'.repeat(5000)}${TAIL}`],
    ['minus signs', `a = ${'- '.repeat(5000)}1${TAIL}`],
    ['signs', `a = ${'!'.repeat(5000)}b${TAIL}`],
    ['conditionals', `a = ${'b ? c : '.repeat(5000)}d${TAIL}`],
    ['interpolations', `a = ${'"${'.repeat(5000)}b${'}"'.repeat(5000)}${TAIL}`],
    ['directives', `a = "${'%{if b}'.repeat(300)}${'%{endif}'.repeat(300)}"${TAIL}`],
    ['splats', `a = b${'[*]'.repeat(5000)}${TAIL}`],
    ['operators', `a = b${' + b'.repeat(5000)}${TAIL}`],
    ['indexes', `a = b${'[c]'.repeat(5000)}${TAIL}`],
    ['items of lists', `a = [${'1,'.repeat(MAX_VALUES + 1)}]${TAIL}`],
    ['items of objects', `a = {${'b=1,'.repeat(MAX_VALUES + 1)}}${TAIL}`],
    ['string length', `a = "${'x'.repeat(MAX_STRING)}"${TAIL}`],
    ['heredoc length', `a = <<E\n${'x\n'.repeat(MAX_STRING / 2)}E${TAIL}`],
  ])('%s: reported once, and the rest of the file is read', (_name, text) => {
    const file = native(text);
    expect(file.diagnostics.map(({ code }) => code)).toEqual(['hcl-limit']);
    expect(file.body.attributes.map(({ name, value }) => `${name} ${value.kind}`)).toEqual([
      'a invalid',
      'last literal',
    ]);
  });

  it('blocks: the outer ones are kept', () => {
    const file = native(`${'a {\n'.repeat(300)}${'}\n'.repeat(300)}last = 1\n`);
    expect(file.diagnostics.map(({ code }) => code)).toEqual(['hcl-limit']);
    expect(showBody(file.body)).toBe(`{${'a {'.repeat(MAX_DEPTH)}…${'}'.repeat(MAX_DEPTH)}; last = 1}`);
  });

  it('allow what stays below them', () => {
    const deep = MAX_DEPTH - 1;
    expect(shown(`${'('.repeat(deep)}a${')'.repeat(deep)}`)).toContain('(paren a)');
    expect(shown(`a${' + a'.repeat(MAX_CHAIN)}`)).toContain('(+ a a)');
    expect(native(`a = "${'x'.repeat(MAX_STRING - 2)}"\n`).diagnostics).toEqual([]);
  });

  it('file size', () => {
    const file = native(' '.repeat(MAX_FILE + 1));
    expect(file.diagnostics.map(({ message }) => message)).toEqual([
      'A file of more than 8 MB was not read.',
    ]);
    expect(file.body.partial).toBe(true);
  });

  it('number of errors', () => {
    const file = native(`${'a\n'.repeat(5000)}last = 1\n`);
    expect(file.diagnostics).toHaveLength(MAX_ERRORS + 1);
    expect(file.diagnostics.at(-1)).toMatchObject({
      code: 'hcl-limit',
      message: `The rest of the file was not read, after ${MAX_ERRORS} errors.`,
      source: { start: { line: MAX_ERRORS + 1, column: 1 } },
    });
  });

  it('arguments that are set twice: no brace is missed after the last that is read', () => {
    const file = native(`locals {\n${'a = 1\n'.repeat(5000)}}\n`);
    expect(file.diagnostics).toHaveLength(MAX_ERRORS + 1);
    expect(new Set(file.diagnostics.map(({ message }) => message)).size).toBe(2);
  });

  it('heredocs in heredocs: the first problem is the depth', () => {
    const file = native(`a = ${'<<E\n${'.repeat(5000)}b${'}\nE\n'.repeat(5000)}`);
    expect(file.diagnostics[0]?.code).toBe('hcl-limit');
    expect(file.diagnostics.length).toBeLessThanOrEqual(MAX_ERRORS + 1);
  });

  it('bytes that are no text', () => {
    const file = native('a = "\0"\n\0\nb = 1\n');
    expect(showDiagnostics(file.diagnostics)).toEqual([
      '2:1 Expected an argument or a block, found the character U+0000.',
    ]);
    expect(showBody(file.body)).toBe('{a = "\\u0000"; b = 1; …}');
  });

  it('number of heredocs without an end', () => {
    const file = native('locals {\n  a = <<E\n'.repeat(5000));
    const limit = file.diagnostics.find(({ code }) => code === 'hcl-limit');
    expect(limit?.source?.start).toEqual({ line: 2 * MAX_UNCLOSED_HEREDOCS + 1, column: 1 });
    expect(file.diagnostics).toHaveLength(2 * MAX_UNCLOSED_HEREDOCS + 1);
  });

  it.each(['[', '{"a":'])('depth of JSON: %s', (opener) => {
    const file = json(opener.repeat(5000));
    expect(file.diagnostics[0]?.message).toBe(
      `Values nested more than ${MAX_DEPTH} levels deep are not read.`,
    );
  });

  it('names a file in UTF-16', () => {
    const file = native('\uFFFD\uFFFDa\0 \0=\0');
    expect(file.diagnostics[0]?.message).toBe('Expected text in UTF-8; this looks like UTF-16.');
  });
});
