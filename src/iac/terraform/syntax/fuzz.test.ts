import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../model/source.ts';
import type { SyntaxFile } from './ast.ts';
import { parseExpressionText, parseJson, parseNative, parseTemplateText } from './parse.ts';

const snippets = [
  'resource "aws_instance" "web" {\n  count = var.n\n  tags = merge(local.t, { "a.b" = 1, (k) = 2, c : 3 })\n  root { size = 8 }\n}\n',
  'a = <<-EOT\n    foo ${x ~}   \n  bar\n\n    %{ if y ~}\n  baz\n    %{ else ~}\n q\n %{ endif ~}\n  EOT\nb = 1\n',
  'x = a.b[0].c["k"].*.d.0.e[*].f[i].g[*].h\ny = [for k, v in m : "${k}=${v}" if v != null]\nz = { for k in l : k => 1... }\n',
  'w = p::q(a, b...)\nv = -a.b + !c * 3 == 7 ? "x\\n\\u00e9" : 1.5e3 # end\n/* c */ locals {\r\n  a = "$${b}"\r\n}\r\n',
  '{"resource": {"t": {"n": [{"a": "x${b[\\"c\\"]}", "d": [1, -2.5e3, null, true, {}]}]}}, "//": "c"}',
];
const tokens = [
  '${',
  '}',
  '~}',
  '"',
  '\n',
  '%{ if a }',
  '%{ endif }',
  '$',
  '\\',
  '[*]',
  '.*',
  '.',
  '::',
  '...',
  '=>',
  '=',
];
const more = [
  '{',
  '(',
  ')',
  '[',
  ']',
  ',',
  '?',
  ':',
  '#',
  '/*',
  '*/',
  '<<E\n',
  '\nE\n',
  '\r',
  '\0',
  '😀',
  '\ud800',
  '\uFEFF',
  'for',
];

/** A snippet in which pieces were deleted, doubled, swapped and put in. */
const mutated = fc
  .record({
    snippet: fc.constantFrom(...snippets),
    edits: fc.array(
      fc.record({
        from: fc.nat(250),
        length: fc.nat(12),
        to: fc.nat(250),
        insert: fc.constantFrom('', ...tokens, ...more),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ snippet, edits }) =>
    edits.reduce((text, { from, length, to, insert }) => {
      const cut = text.slice(from, from + length);
      const rest = text.slice(0, from) + insert + text.slice(from + length);
      return rest.slice(0, to) + cut + rest.slice(to);
    }, snippet),
  );

/** Every node lies in its parent, and every diagnostic and comment in the file. */
function checkPlaces(file: SyntaxFile): void {
  const { text } = file.source;
  checkNode(file.body, 0, text.length);
  let previous = 0;
  for (const comment of file.comments) {
    expect(comment.start).toBeGreaterThanOrEqual(previous);
    expect(text.slice(comment.start, comment.end)).toBe(comment.text);
    previous = comment.end;
  }
  const last = file.source.position(text.length);
  for (const { source } of file.diagnostics) {
    if (source === undefined) throw new Error('a diagnostic without a place');
    expect(source.end.line * 1e9 + source.end.column).toBeGreaterThanOrEqual(
      source.start.line * 1e9 + source.start.column,
    );
    expect(source.end.line).toBeLessThanOrEqual(last.line);
  }
}

function checkNode(value: unknown, from: number, to: number): void {
  if (Array.isArray(value)) {
    for (const item of value) checkNode(item, from, to);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { start, end } = value as { start?: number; end?: number };
  const isNode = start !== undefined && end !== undefined;
  if (isNode && !(from <= start && start <= end && end <= to)) {
    throw new Error(`${JSON.stringify(value).slice(0, 200)} lies outside of ${from} to ${to}`);
  }
  for (const part of Object.values(value)) checkNode(part, isNode ? start : from, isNode ? end : to);
}

describe('mutated files', () => {
  it('are read without a throw, and all places lie in the file', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        checkPlaces(parseNative(new SourceText('main.tf', text)));
        checkPlaces(parseJson(new SourceText('main.tf.json', text)));
        for (const parse of [parseExpressionText, parseTemplateText]) {
          checkNode(parse(new SourceText('x', text)).expression, 0, text.length);
        }
      }),
      { numRuns: 2000, seed: 20260101 },
    );
  });

  it('give the same tree each time', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const [first, second] = [1, 2].map(() => parseNative(new SourceText('main.tf', text)));
        expect(second?.body).toEqual(first?.body);
        expect(second?.diagnostics).toEqual(first?.diagnostics);
      }),
      { numRuns: 100, seed: 20260101 },
    );
  });

  it('keep a sound block that follows damage in the block before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tokens, ...more.filter((token) => token !== '/*')),
        fc.nat(59),
        (token, at) => {
          const damaged = 'resource "a" "b" {\n  x = [1, f("y", { z = 1 })]\n  n {\n  }\n}\n';
          const text = `${damaged.slice(0, at)}${token}${damaged.slice(at)}locals {\n  sound = 1\n}\n`;
          const { body } = parseNative(new SourceText('main.tf', text));
          const last = body.blocks.at(-1);
          expect([last?.type, last?.body.attributes.map(({ name }) => name)]).toEqual(['locals', ['sound']]);
        },
      ),
      { numRuns: 1000, seed: 20260101 },
    );
  });
});
