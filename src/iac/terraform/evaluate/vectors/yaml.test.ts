import { expect, test } from 'vitest';
import { outcomeText } from './evaluate-text.ts';

/** Expression and its result as JSON, as Terraform 1.11.4 gives it. */
const VECTORS: readonly (readonly [string, string])[] = [
  ['yamlencode({e="é😀"})', '"\\"e\\": \\"é\\\\U0001F600\\"\\n"'],
  [
    'yamlencode({a="b",c=[1,2,{d=null}],e={},f=[],g=true})',
    '"\\"a\\": \\"b\\"\\n\\"c\\":\\n- 1\\n- 2\\n- \\"d\\": null\\n\\"e\\": {}\\n\\"f\\": []\\n\\"g\\": true\\n"',
  ],
  ['yamlencode("foo")', '"\\"foo\\"\\n"'],
  [
    'yamlencode(["a",["b","c"],{x=1,y={z=2}}])',
    '"- \\"a\\"\\n- - \\"b\\"\\n  - \\"c\\"\\n- \\"x\\": 1\\n  \\"y\\":\\n    \\"z\\": 2\\n"',
  ],
  [
    'yamlencode({a="x\\ny",b="x\\n\\n",c=" x\\ny",d="\\tx"})',
    '"\\"a\\": |-\\n  x\\n  y\\n\\"b\\": |+\\n  x\\n\\n\\"c\\": |2-\\n   x\\n  y\\n\\"d\\": \\"\\\\tx\\"\\n"',
  ],
  ['yamlencode([])', '"[]\\n"'],
  ['yamlencode({})', '"{}\\n"'],
  ['yamlencode(null)', '"null\\n...\\n"'],
  ['yamlencode([[]])', '"- []\\n"'],
  ['yamlencode([{a=[{b=1}]}])', '"- \\"a\\":\\n  - \\"b\\": 1\\n"'],
  [
    'yamldecode("a: yes\\nb: 010\\nc: 0x10\\nd: 1_000\\ne: 2024-01-01\\n")',
    '{"a":true,"b":10,"c":16,"d":"1_000","e":"2024-01-01T00:00:00Z"}',
  ],
  ['yamldecode("{a: 1, b: [x, \'y\', \\"z\\"]}")', '{"a":1,"b":["x","y","z"]}'],
  [
    'yamldecode("a: &x {k: 1}\\nb: *x\\nc:\\n  <<: *x\\n  z: 2\\n")',
    '{"a":{"k":1},"b":{"k":1},"c":{"k":1,"z":2}}',
  ],
  ['yamldecode("- y\\n- n\\n- on\\n- Off\\n- TRUE\\n- tRue\\n")', '[true,false,true,false,true,"tRue"]'],
  ['yamldecode("- ~\\n- null\\n- Null\\n-\\n- \'null\'\\n")', '[null,null,null,null,"null"]'],
  ['yamldecode("a: |\\n  x\\n  y\\nb: >-\\n  x\\n  y\\n")', '{"a":"x\\ny\\n","b":"x y"}'],
  ['yamldecode("")', 'error'],
  ['yamldecode("---\\na: 1\\n")', '{"a":1}'],
  ['yamldecode("a: 1\\n---\\nb: 2\\n")', 'error'],
  ['yamldecode("a: [")', 'error'],
  [
    'yamldecode("- 2024-01-01 10:20:30\\n- 2024-01-01T10:20:30Z\\n- 2024-01-01T10:20:30.5+02:00\\n- 2024-1-1\\n- 2024-13-01\\n")',
    '["2024-01-01T10:20:30Z","2024-01-01T10:20:30Z","2024-01-01T10:20:30+02:00","2024-01-01T00:00:00Z","2024-13-01"]',
  ],
  ['yamldecode("!!str 5")', '"5"'],
  ['yamldecode("!Ref x")', 'error'],
  ['yamldecode("!!int \'5\'")', '"5"'],
  ['yamldecode("1: a\\ntrue: b\\n")', '{"1":"a","true":"b"}'],
  ['yamldecode("a: 1\\na: 2\\n")', '{"a":2}'],
  ['yamldecode("a: .inf")', 'error'],
  ['yamldecode("a: .nan")', 'error'],
  [
    'yamldecode("- 12:30\\n- 1:30:45\\n- 1.2.3\\n- 0x\\n- 1e\\n- 08\\n")',
    '["12:30","1:30:45","1.2.3","0x","1e",8]',
  ],
  ['yamlencode(5)', '"5\\n...\\n"'],
  ['yamlencode(true)', '"true\\n...\\n"'],
  ['yamlencode("")', '"\\"\\"\\n"'],
  ['yamlencode([null,5])', '"- null\\n- 5\\n"'],
  ['yamlencode({a="  x\\ny\\n"})', '"\\"a\\": |2\\n    x\\n  y\\n"'],
  ['yamlencode([["a\\nb"]])', '"- - |-\\n    a\\n    b\\n"'],
  ['yamlencode({a=["x\\ny"]})', '"\\"a\\":\\n- |-\\n  x\\n  y\\n"'],
  ['yamlencode("a\\nb")', '"|-\\n  a\\n  b\\n"'],
  [
    'yamlencode({a="x \\ny",b="x\\n\\ny",c="\\nx",d="tab\\there\\nx",e="#x\\ny"})',
    '"\\"a\\": \\"x \\\\ny\\"\\n\\"b\\": |-\\n  x\\n\\n  y\\n\\"c\\": |2-\\n\\n  x\\n\\"d\\": \\"tab\\\\there\\\\nx\\"\\n\\"e\\": |-\\n  #x\\n  y\\n"',
  ],
  ['yamlencode({"a:b"=1,"é"=2})', '"\\"a:b\\": 1\\n\\"é\\": 2\\n"'],
  ['yamlencode(1.5)', '"1.5\\n...\\n"'],
];

test.each(VECTORS)('YAML: %s', (expression, expected) => {
  expect(outcomeText(expression)).toBe(expected);
});
