import { expect, test } from 'vitest';
import { outcomeText } from './evaluate-text.ts';

/** Expression and its result as JSON, as Terraform 1.11.4 gives it. */
const VECTORS: readonly (readonly [string, string])[] = [
  ['jsonencode({b=1,a="<&>"})', '"{\\"a\\":\\"\\\\u003c\\\\u0026\\\\u003e\\",\\"b\\":1}"'],
  ['jsonencode(1e30)', '"1000000000000000000000000000000"'],
  ['jsonencode(null)', '"null"'],
  ['jsonencode("a\\n\\t\\"\\\\\\u0001\\u2028\\b")', 'error'],
  ['jsonencode(toset(["b","a"]))', '"[\\"a\\",\\"b\\"]"'],
  ['jsonencode([1,1.5,true,null,{}])', '"[1,1.5,true,null,{}]"'],
  ['jsonencode(0.1+0.2)', '"0.3"'],
  ['jsonencode({é="ü😀"})', '"{\\"é\\":\\"ü😀\\"}"'],
  ['jsondecode("{\\"a\\":[1,2.50,true,null],\\"b\\":{}}")', '{"a":[1,2.5,true,null],"b":{}}'],
  ['jsondecode("9007199254740993")', '9007199254740993'],
  ['jsondecode("\\"a\\\\u00e9\\"")', '"aé"'],
  ['jsondecode("1e3")', '1000'],
  ['jsondecode("{")', 'error'],
  ['jsondecode("")', 'error'],
  ['jsondecode("{\\"a\\":1,\\"a\\":2}")', '{"a":2}'],
  ['jsondecode(" [ ] ")', '[]'],
  ['jsondecode("[1] 2")', 'error'],
  ['jsondecode("{\\"n1\\":\\"s2\\",\\"x\\":-1.5e-2}")', '{"n1":"s2","x":-0.015}'],
  ['jsondecode("\\"\\\\\\"1\\\\\\"\\"")', '"\\"1\\""'],
  ['base64encode("Hello ä")', '"SGVsbG8gw6Q="'],
  ['base64decode("SGVsbG8gw6Q=")', '"Hello ä"'],
  ['base64decode("/w==")', 'error'],
  ['base64decode("abc")', 'error'],
  ['base64decode("SGVs bG8=")', 'error'],
  ['base64decode("")', '""'],
  ['textencodebase64("Hello ä","UTF-16LE")', '"SABlAGwAbABvACAA5AA="'],
  ['textdecodebase64("SABlAGwAbABvAA==","UTF-16LE")', '"Hello"'],
  ['textencodebase64("Hello ä","ISO-8859-1")', '"SGVsbG8g5A=="'],
  ['textencodebase64("€","ISO-8859-1")', 'error'],
  ['textencodebase64("a","nope")', 'error'],
  ['urlencode("é*~() /")', '"%C3%A9%2A~%28%29+%2F"'],
  ['urlencode("a+b&c=d?e#f!\'@:,;$")', '"a%2Bb%26c%3Dd%3Fe%23f%21%27%40%3A%2C%3B%24"'],
  ['urlencode("")', '""'],
  ['csvdecode("a,b\\n1,2\\n3,4\\n")', '[{"a":"1","b":"2"},{"a":"3","b":"4"}]'],
  ['csvdecode("a,b\\n\\"x,\\"\\"y\\",2")', '[{"a":"x,\\"y","b":"2"}]'],
  ['csvdecode("a\\n")', '[]'],
  ['csvdecode("a,b\\n1\\n")', 'error'],
  ['csvdecode("")', 'error'],
  ['csvdecode("a,a\\n1,2")', 'error'],
  ['csvdecode("a,b\\r\\n1,\\"x\\r\\ny\\"\\r\\n\\r\\n2,3")', '[{"a":"1","b":"x\\ny"},{"a":"2","b":"3"}]'],
  ['csvdecode("a\\n\\"x\\"y")', 'error'],
  ['jsonencode({a=null})', '"{\\"a\\":null}"'],
  ['jsonencode(1.0)', '"1"'],
  ['jsondecode("1.0")', '1'],
];

test.each(VECTORS)('encodings: %s', (expression, expected) => {
  expect(outcomeText(expression)).toBe(expected);
});
