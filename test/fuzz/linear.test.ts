import { describe, expect, it } from 'vitest';
import { parseJson, parseNative, parseTemplateText } from '../../src/iac/terraform/syntax/parse.ts';
import { SourceText } from '../../src/model/source.ts';
import { ticks } from './ticks.ts';

const parsers = { native: parseNative, json: parseJson, template: parseTemplateText } as const;

/** Texts of a size that make a reader that looks twice look everywhere twice. */
const families: readonly (readonly [string, keyof typeof parsers, (size: number) => string])[] = [
  ['arguments', 'native', (n) => 'a = 1\n'.repeat(n).replace(/a/g, nextName())],
  ['blocks', 'native', (n) => 'a {\n  b = 1\n}\n'.repeat(n)],
  ['one long line', 'native', (n) => `a = [${'"x${b}", '.repeat(n)}]\n`],
  ['a string', 'native', (n) => `a = "${'$ { \\n'.repeat(n)}"\n`],
  ['a string of marks', 'native', (n) => `a = "${'${b}'.repeat(n)}"\n`],
  ['a heredoc', 'native', (n) => `a = <<-E\n${'  x ${b} {\n'.repeat(n)}E\n`],
  ['a heredoc on one line', 'native', (n) => `a = <<-E\n${'x ${b} '.repeat(n)}\nE\n`],
  ['heredocs', 'native', (n) => 'a {\n  b = <<E\nx\nE\n}\n'.repeat(n)],
  ['heredocs without end', 'native', (n) => 'a = <<E\n'.repeat(n)],
  ['comments', 'native', (n) => '/* a */ # b\n// c\n'.repeat(n)],
  ['comments without end', 'native', (n) => 'a = 1 /* b\n'.repeat(n)],
  ['openers', 'native', (n) => 'a = [\n'.repeat(n)],
  ['blocks without end', 'native', (n) => 'locals {\n'.repeat(n)],
  ['strings without end', 'native', (n) => 'a = "b${c\n'.repeat(n)],
  ['marks without end', 'native', (n) => `a = "${'${'.repeat(n)}\n`],
  ['closers', 'native', (n) => '}\n'.repeat(n)],
  ['carriage returns', 'native', (n) => `a = <<E\n${'x\r\n'.repeat(n)}E\n`],
  ['errors in brackets', 'native', (n) => `a = [${'(]'.repeat(n)}\n`],
  ['spaces', 'native', (n) => `a =${' '.repeat(n)}1\n`],
  ['a name', 'native', (n) => `${'a'.repeat(n)} = 1\n`],
  ['a name in another script', 'native', (n) => `${'é'.repeat(n)} = 1\n`],
  ['a number', 'native', (n) => `a = ${'1'.repeat(n)}\n`],
  ['labels', 'native', (n) => `a ${'"b" '.repeat(n)}{\n}\n`],
  ['namespaces', 'native', (n) => `a = b${'::b'.repeat(n)}()\n`],
  ['white space that is trimmed', 'native', (n) => `a = "${'${b ~} '.repeat(n)}"\n`],
  ['objects', 'json', (n) => `[${'{"locals": {"a": 1}},'.repeat(n)}{}]`],
  ['names', 'json', (n) => `{"locals": {${Array.from({ length: n }, (_, i) => `"a${i}": 1`).join()}}}`],
  ['a JSON string of marks', 'json', (n) => `{"a": "${'x${b}\\n'.repeat(n)}"}`],
  ['JSON strings of marks', 'json', (n) => `{"a": [${'"x${b}\\n", '.repeat(n)}1]}`],
  ['a JSON number', 'json', (n) => `{"a": ${'1'.repeat(n)}}`],
  ['lines of a template', 'template', (n) => '${a} %{ if b }\n%{ endif }\n'.repeat(n)],
  ['a line of a template', 'template', (n) => '${a} { $${ '.repeat(n)],
];

describe('work grows with the text, not faster', () => {
  it.each(families)('%s', (_name, syntax, text) => {
    const [small, large] = [500, 4000].map((size) => {
      const source = new SourceText('x', text(size));
      return ticks(() => parsers[syntax](source));
    });
    expect((large ?? Infinity) / (small ?? 0)).toBeLessThan(9.5);
  });
});

function nextName(): () => string {
  let count = 0;
  return () => `a${count++}`;
}
