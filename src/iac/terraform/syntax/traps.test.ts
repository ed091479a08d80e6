import { describe, expect, it } from 'vitest';
import { native, showBody, showDiagnostics, shown } from './testing/show.ts';

describe('what is easily read wrongly', () => {
  it.each([
    ['names of functions and variables can hold a dash and end in one', 'a-1.b- - -c-', '(- a-1.b- (- c-))'],
    ['names are not brought to form C', 'e\u0301', 'e\u0301'],
    ['keys and labels of objects neither', '{ e\u0301 = "e\u0301" }', '{e\u0301="é"}'],
    ['an index can stand on lines of its own', '(a[\n0\n])', '(paren a[0])'],
    ['a conditional goes on over lines in brackets', '(a\n? b\n: c)', '(paren (? a b c))'],
    ['a comment in a call ends no argument', 'f(a # b\n, c /* d */)', '(f a c)'],
    ['an inline comment can end in its own opener', 'a /*/ b /*/ + c', '(+ a c)'],
    ['a brace in a string closes nothing', '"${ { a = "}" }.a }"', '(template ({a="}"}).a)'],
    ['a quote in an interpolation opens another string', '"${f("a}b")}"', '(template (f "a}b"))'],
    ['three dollars are one and an interpolation that is none', '"$$${a}"', '"$${a}"'],
    ['a percent sign escapes no dollar', '"%${a}"', '(template "%" a)'],
    ['a backslash before a mark is an error of its own', '"\\\\${a}"', '(template "\\\\" a)'],
    ['a colon pair in a conditional is no namespace', 'a ? b : :: c', 'Expected a value, found "::".'],
    ['hexadecimal is not a number', '0x1F', 'Expected the end of the expression, found "x1F".'],
    ['a number has a digit before its dot', '.5', 'Expected a value, found ".".'],
    ['a number has a digit after its dot', '[5.]', 'Expected an attribute name after ".", found "]".'],
    ['an exponent has digits', '5e', 'Expected the end of the expression, found "e".'],
    [
      'a splat under an attribute-only splat needs brackets',
      'a.*.*',
      'Expected an attribute name after ".", found "*".',
    ],
    ['a spread argument is the last', 'f(a..., b)', 'Expected ")" after "...", found ",".'],
    ['a comma alone is no argument', 'f(,)', 'Expected a value, found ",".'],
    [
      '"for" is a for-expression after newlines too',
      '{\n\nfor = 1 }',
      'Expected a variable name after "for", found "=".',
    ],
    ['one "&" is no operator', 'a & b', 'Expected the end of the expression, found "&".'],
  ])('%s', (_name, text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  it.each([
    [
      'an inline comment over lines is no newline',
      'a = 1 /* x\n */ b = 2\n',
      ['2:5 Expected a newline after the value of "a", found "b".'],
    ],
    ['a line comment is one', 'a = 1 // x\nb = 2\n', []],
    [
      'a byte order mark inside',
      'a = 1\n\uFEFFb = 2\n',
      ['2:1 Expected an argument or a block, found the character U+FEFF.'],
    ],
    ['a tab is one column', '\t\ta = ]\n', ['1:7 Expected a value, found "]".']],
    [
      'a carriage return is no column of the next line',
      'a = 1\r\n  b = ]\r\n',
      ['2:7 Expected a value, found "]".'],
    ],
    ['a byte order mark at the start is one column', '\uFEFFa = ]\n', ['1:6 Expected a value, found "]".']],
    [
      'a character beyond 16 bits is two columns',
      'a = ["😀", ]]\n',
      ['1:13 Expected a newline after the value of "a", found "]".'],
    ],
    [
      'a brace on the next line opens no block',
      'a\n{\n}\n',
      [
        '1:2 Expected "=" and a value, or a block, after the name, found the end of the line.',
        '2:1 Expected an argument or a block, found "{".',
      ],
    ],
    [
      'a block cannot end on the line of its last argument',
      'a {\n  b = 1 }\n',
      ['2:9 Expected a newline after the value of "b", found "}".'],
    ],
    [
      'a heredoc tag needs its own line',
      'a = f(<<E\nx\nE)\n',
      ['1:7 Expected a line with nothing but the tag of this heredoc, found the end of the file.'],
    ],
    [
      'a heredoc opener ends its line',
      'a = <<E # c\nx\nE\n',
      [
        '1:5 Expected a value, found "<".',
        '2:2 Expected "=" and a value, or a block, after the name, found the end of the line.',
        '3:2 Expected "=" and a value, or a block, after the name, found the end of the line.',
      ],
    ],
  ])('%s', (_name, text, messages) => {
    expect(showDiagnostics(native(text).diagnostics)).toEqual(messages);
  });

  it('two names that look alike are two', () => {
    const { body, diagnostics } = native('\u00e9 = 1\ne\u0301 = 2\nx "e\u0301" {\n}\n');
    expect(diagnostics).toEqual([]);
    expect(showBody(body)).toBe('{\u00e9 = 1; e\u0301 = 2; x "e\u0301" {}}');
  });
});
