import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeUrl } from '../url.ts';
import { escapeMarkdown, inlineCode, markdownLink } from './escape.ts';

describe('escapeMarkdown', () => {
  test.each([
    ['plain words, 1,000 orders: +$12.50 (x)', 'plain words, 1,000 orders: +$12.50 (x)'],
    ['@octocat and a@b.c', '@&#8203;octocat and a@&#8203;b.c'],
    ['#12 GH-7 o/r#3', '#&#8203;12 GH-&#8203;7 o/r#&#8203;3'],
    ['<!-- x --> <b>', '&lt;!-- x --&gt; &lt;b&gt;'],
    ['&#64;x', '&amp;#&#8203;64;x'],
    ['a|b', 'a&#124;b'],
    ['[x](y)', '\\[x\\](y)'],
    ['`a` *b* _c_ ~d~ \\', '\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\\\'],
    ['https://x.y www.x.y', 'https:&#8203;//x.y www&#8203;.x.y'],
    ['$x$ $5', '\\$x\\$ $5'],
    [':tada: main.tf:12', ':&#8203;tada: main.tf:12'],
    ['a\n\n# b', 'a # b'],
    ['# b', '\\# b'],
    ['- b', '\\- b'],
    ['1. b', '1&#8203;. b'],
    ['1.5 b', '1.5 b'],
    ['---', '\\---'],
    ['\u202Eabc\u0007\u001B[1m', '\uFFFDabc\uFFFD\uFFFD\\[1m'],
  ])('%j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test('cuts what is longer than the limit', () => {
    expect(escapeMarkdown('a'.repeat(500), 5)).toBe('aaaa…');
  });
});

describe('inlineCode', () => {
  test.each([
    ['aws_instance.app[0]', '`aws_instance.app[0]`'],
    ['@octocat #1', '`@octocat #1`'],
    ['a`b', '``a`b``'],
    ['``', '``` `` ```'],
    ['a|b', '<code>a&#124;b</code>'],
    ['<!-- x', '<code>&lt;!-- x</code>'],
    ['', '(empty)'],
    ['a\nb', '`a b`'],
  ])('%j', (text, expected) => {
    expect(inlineCode(text)).toBe(expected);
  });
});

describe('safeUrl', () => {
  test.each([
    ['https://example.com/a(b) c|d"e\'f<g>', 'https://example.com/a%28b%29%20c%7Cd%22e%27f%3Cg%3E'],
    ['HTTPS://Example.com', 'https://example.com/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.com', null],
    ['https://user@example.com', null],
    ['https://user:pass@example.com', null],
    ['https://', null],
    [`https://example.com/${'a'.repeat(2000)}`, null],
  ])('%j', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });

  test('a link to a refused address is bare text', () => {
    expect(markdownLink('docs', 'javascript:alert(1)')).toBe('docs');
    expect(markdownLink('docs', 'https://example.com/a')).toBe('[docs](https://example.com/a)');
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...Array.from('`|<>@#:[](){}!*_~\\$&-+=./ \n\r\t\u001B\u202Ea1'),
    'www.',
    'http://',
    'GH-',
    '<!--',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  test('escaped text is one line without markup, mentions, references or hidden characters', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(escaped).not.toMatch(/[<>|]|@\w|(?<!&)#\d|:\/\/|www\.|GH-\d/i);
        expect(escaped.replaceAll(/\\[\\`*_[\]~$#=+-]/g, '')).not.toMatch(/[\\`*_[\]~]|\$(?!\d)/);
      }),
    );
  });

  test('inline code ends where its text ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const code = inlineCode(text);
        if (code === '(empty)') return;
        if (code.startsWith('<code>')) {
          expect(code.slice(6, -7)).not.toMatch(/[<>|`](?<!\\`)/);
          return;
        }
        const fence = /^`+/.exec(code)?.[0] ?? '';
        const inner = code.slice(fence.length, -fence.length);
        expect(inner.match(/`+/g) ?? []).not.toContain(fence);
        expect(inner).not.toMatch(/[|<\n]/);
      }),
    );
  });
});
