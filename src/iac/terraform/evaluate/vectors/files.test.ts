import { expect, test } from 'vitest';
import { text, unknown } from '../make.ts';
import { evaluateText } from './evaluate-text.ts';
import { sketch } from './sketch.ts';

const world = {
  names: { u: unknown('data-source', { type: 'string' }), name: text('web') },
  files: {
    'envs/prod/a.txt': 'hello\n',
    'envs/prod/t.tpl': 'Hi ${name}%{ if big }!%{ endif }',
    'envs/prod/list.tpl': '${[for x in xs : upper(x)]}',
    'envs/prod/broken.tpl': 'Hi ${',
    'envs/prod/loop.tpl': '${templatefile("loop.tpl", {})}',
    'envs/prod/policies/one.json': '{}',
    'envs/prod/policies/two.json': '{}',
    'envs/prod/policies/deep/three.json': '{}',
    'envs/prod/policies/read.me': '',
    'shared/b.json': '{"a": 1}',
  },
};

/** Expression and a sketch of its value, in a root module at `envs/prod`. */
const VECTORS: readonly (readonly [string, string])[] = [
  ['file("a.txt")', '"hello\\n"'],
  ['file("./a.txt")', '"hello\\n"'],
  ['jsondecode(file("../../shared/b.json")).a', '1'],
  ['file("missing.txt")', '?'],
  ['file("../../../etc/passwd")', '?'],
  ['file("/etc/passwd")', '?'],
  ['file("~/.ssh/id_rsa")', '?'],
  ['filebase64("a.txt")', '"aGVsbG8K"'],
  ['filemd5("a.txt")', '"b1946ac92492d2347c6235b4d2611184"'],
  ['filesha256("a.txt")', '"5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"'],
  ['filebase64sha256("a.txt")', '"WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM="'],
  ['fileexists("a.txt")', 'true'],
  ['fileexists("b.txt")', '?'],
  ['fileset(".", "policies/*.json")', '["policies/one.json","policies/two.json"]'],
  ['fileset("policies", "**/*.json")', '["deep/three.json","one.json","two.json"]'],
  ['fileset("policies", "{one,two}.json")', '["one.json","two.json"]'],
  ['fileset("policies", "t[a-z]?.json")', '["two.json"]'],
  ['fileset("policies", "[!o]*")', '["one.json"]'],
  ['fileset("policies", "**")', '["deep/three.json","one.json","read.me","two.json"]'],
  ['fileset("nowhere", "*")', '[…]'],
  ['fileset(".", "*.txt")', '["a.txt"]'],
  ['fileset(".", "{a,b}.txt")', '["a.txt"]'],
  ['fileset(".", "policies/**/one.json")', '["policies/one.json"]'],
  ['length(fileset("../..", ".git/HEAD"))', '?>=0'],
  ['fileset("../..", ".git/*")', '[…]'],
  ['fileset("../..", "*/HEAD")', '[…]'],
  ['fileset("../..", "{.git/HEAD,x}")', '[…]'],
  ['fileset("../../.git", "*")', '[…]'],
  ['fileset("../..", "shared/*")', '["shared/b.json"]'],
  ['fileset("../..", "envs/*/*/modules.json")', '[…]'],
  ['fileset(".", "**/one.json")', '["policies/one.json",…]'],
  ['fileset(".", "*.tfstate")', '[…]'],
  ['fileset(".", ".env")', '[…]'],
  ['fileset("policies", ".*")', '[…]'],
  ['templatefile("t.tpl", {name = "Ada", big = true})', '"Hi Ada!"'],
  ['templatefile("t.tpl", {name = u, big = true})', '?"Hi …"'],
  ['templatefile("t.tpl", {big = true})', 'error'],
  ['templatefile("list.tpl", {xs = ["a"]})', '["A"]'],
  ['templatefile("broken.tpl", {})', 'error'],
  ['templatefile("loop.tpl", {})', '?'],
  ['templatestring("Hi $${name}", {name = "Ada"})', '"Hi Ada"'],
];

test.each(VECTORS)('%s', (expression, expected) => {
  const { value, diagnostics } = evaluateText(expression, world);
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  expect(failed ? 'error' : sketch(value)).toBe(expected);
});

test('a problem in a template file points at the template file', () => {
  const { diagnostics } = evaluateText('templatefile("t.tpl", {big = true})', world);
  expect(diagnostics[0]).toMatchObject({
    source: { file: 'envs/prod/t.tpl', start: { line: 1, column: 6 } },
  });
});
