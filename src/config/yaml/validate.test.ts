import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { SourceText } from '../../model/source.ts';
import type { JsonSchema } from './json-schema.ts';
import { toPlain } from './plain.ts';
import { readYaml } from './read.ts';
import { validate } from './validate.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 80 },
    level: { type: 'string', enum: ['soft', 'hard'] },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    amount: {
      type: ['string', 'number'],
      pattern: '^[0-9]+(\\.[0-9]+)?$',
      patternErrorMessage: 'must be a decimal',
    },
    day: { type: 'string', format: 'date' },
    at: { type: 'string', format: 'date-time' },
    list: { type: 'array', minItems: 1, maxItems: 2, items: { $ref: '#/$defs/item' } },
    either: { oneOf: [{ type: 'string' }, { $ref: '#/$defs/item' }] },
    price: { oneOf: [{ $ref: '#/$defs/flat' }, { $ref: '#/$defs/tiered' }] },
  },
  patternProperties: { '^x-': {} },
  $defs: {
    item: { type: 'object', additionalProperties: { type: 'boolean' } },
    flat: {
      type: 'object',
      required: ['model', 'amount'],
      properties: { model: { type: 'string', const: 'flat' }, amount: { type: 'string' } },
    },
    tiered: {
      type: 'object',
      required: ['model'],
      properties: { model: { type: 'string', const: 'tiered' } },
      additionalProperties: false,
    },
  },
};

/** `line:column message hint` of each error. */
function errors(text: string): string[] {
  const { root, diagnostics } = readYaml(new SourceText('a.yml', text));
  expect(diagnostics).toEqual([]);
  if (root === undefined) throw new Error('empty');
  return validate(root, 'the test', schema).map(({ source, message, hint }) =>
    [`${String(source?.start.line)}:${String(source?.start.column)}`, message, hint]
      .filter(Boolean)
      .join(' '),
  );
}

const valid = [
  'name: a',
  'name: a\nlevel: hard\ncount: 9\namount: 1.50\n',
  'name: a\nday: 2024-02-29\nat: 2026-01-01T00:00:00Z\n',
  'name: a\nlist: [{a: true}]\neither: {b: false}\nx-note: [anything, 1]\n',
  'name: a\neither: text\nprice: {model: flat, amount: "1"}\n',
  'name: a\nprice: {model: tiered}\n',
];

const invalid: [string, string[]][] = [
  ['level: hard', ['1:1 The content of the test lacks the key "name".']],
  ['name: 1.10', ['1:7 "name" must be text, not the number 1.10. Write it in quotes: "1.10".']],
  ['name: ""', ['1:7 "name" must be a text that is not empty, not "".']],
  ['name: a\nlevel: hrad', ['2:8 "level" must be one of soft or hard, not "hrad". Did you mean "hard"?']],
  ['name: a\ncuont: 1', ['2:1 "cuont" is not a key of the test. Did you mean "count"?']],
  ['name: a\ncount: 1.5', ['2:8 "count" must be a whole number, not the number 1.5.']],
  ['name: a\ncount: 10', ['2:8 "count" must be at most 9, not the number 10.']],
  ['name: a\nlist: []', ['2:7 "list" needs at least 1 item, not 0.']],
  ['name: a\nlist: [{}, {}, {}]', ['2:7 "list" may have at most 2 items, not 3.']],
  ['name: a\nlist:\n  - {}\n  - {a: 1}', ['4:9 "list[1].a" must be true or false, not the number 1.']],
  ['name: a\neither: [1]', ['2:9 "either" must be text or a mapping, not a list.']],
  ['name: a\nprice: {amount: "1"}', ['2:8 "price" lacks "model", one of flat or tiered.']],
  [
    'name: a\nprice: {model: tired}',
    ['2:16 "price.model" must be one of flat or tiered, not "tired". Did you mean "tiered"?'],
  ],
  ['name: a\nprice: {model: flat}', ['2:8 "price" lacks the key "amount".']],
  ['- a', ['1:1 The content of the test must be a mapping, not a list.']],
  [
    'name:\ncount: 0',
    ['1:5 "name" must be text, not empty.', '2:8 "count" must be at least 1, not the number 0.'],
  ],
];

/** What the general validator cannot see: digits of a number, and dates without its formats. */
const stricter: [string, string[]][] = [
  ['name: a\namount: 1e3', ['2:9 "amount" must be a decimal, not the number 1e3.']],
  [
    'name: a\nday: 2026-02-30',
    ['2:6 "day" must be a date that exists, such as 2026-01-31, not "2026-02-30".'],
  ],
  [
    'name: a\nat: 2026-01-01',
    ['2:5 "at" must be an instant in UTC that exists, such as 2026-01-31T00:00:00Z, not "2026-01-01".'],
  ],
];

describe('validate', () => {
  it.each(valid)('accepts %j', (text) => {
    expect(errors(text)).toEqual([]);
  });

  it.each([...invalid, ...stricter])('explains %j', (text, messages) => {
    expect(errors(text)).toEqual(messages);
  });

  it('agrees with a general validator', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const check = ajv.compile(schema);
    const plain = (text: string) => {
      const { root } = readYaml(new SourceText('a.yml', text));
      return root === undefined ? undefined : (JSON.parse(JSON.stringify(toPlain(root))) as unknown);
    };
    expect(valid.filter((text) => !check(plain(text)))).toEqual([]);
    expect(invalid.filter(([text]) => check(plain(text)))).toEqual([]);
  });

  it('stops after 50 errors and says so', () => {
    const text = `name: a\n${Array.from({ length: 200 }, (_, n) => `k${n}: 1`).join('\n')}`;
    const all = errors(text);
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toContain('only the first 50 are shown');
  });

  it('cuts foreign text short', () => {
    expect(errors(`name: a\nlevel: ${'x'.repeat(5000)}`)[0]?.length).toBeLessThan(200);
  });
});
