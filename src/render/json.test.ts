import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { finding, result } from '../../test/golden/render/build.ts';
import { result as billed } from '../../test/golden/render/billed/result.ts';
import { result as contracted } from '../../test/golden/render/contracted/result.ts';
import { result as grown } from '../../test/golden/render/grown/result.ts';
import { ATTACKS, result as hostile } from '../../test/golden/render/hostile/result.ts';
import { result as profiles } from '../../test/golden/render/profiles/result.ts';
import { result as unknown } from '../../test/golden/render/unknown/result.ts';
import { decimal } from '../lib/decimal.ts';
import { renderJson } from './json.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/result.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const meta = { toolVersion: '1.0.0' };

describe.each(Object.entries({ billed, contracted, grown, hostile, profiles, unknown, quiet: result() }))(
  '%s',
  (_, input) => {
    test('conforms to the published schema', () => {
      validate(JSON.parse(renderJson(input, meta)));
      expect(validate.errors).toBeNull();
    });

    test('holds nothing that a terminal obeys', () => {
      expect(renderJson(input, meta)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
    });
  },
);

test('the schema refuses a result with a missing or an additional field, and a decimal as number', () => {
  const good = JSON.parse(renderJson(result(), meta)) as Record<string, unknown>;
  expect(validate({ ...good, more: 1 })).toBe(false);
  expect(validate({ ...good, verdict: undefined })).toBe(false);
  const figure = { low: 1, likely: 1, high: 1 };
  const side = { monthly: figure, fixed: figure, variable: figure };
  expect(validate({ ...good, totals: { base: side, head: side, delta: side } })).toBe(false);
});

test('strings survive exactly', () => {
  const messages = ATTACKS.filter((attack) => !attack.includes('\uD800'));
  const findings = messages.map((message) => finding({ policyId: 'p', message }));
  const read = JSON.parse(renderJson(result({ findings }), meta)) as { findings: { message: string }[] };
  expect(read.findings.map((item) => item.message)).toEqual(messages);
});

test('decimals are exact strings, and details have sorted keys', () => {
  const details = { b: [{ d: 1, c: 2 }], a: null, deep: {} };
  let inner: Record<string, unknown> = details.deep;
  for (let i = 0; i < 100; i++) inner = inner['x'] = {};
  const figure = {
    low: decimal('0.1'),
    likely: decimal('-0'),
    high: decimal('123456789012345678901234567890.5'),
  };
  const text = renderJson(
    result({
      totals: { ...result().totals, delta: { monthly: figure, fixed: figure, variable: figure } },
      findings: [finding({ policyId: 'p', message: 'm', details })],
    }),
    meta,
  );
  expect(text).toContain('"high": "123456789012345678901234567890.5"');
  expect(text).toContain('"likely": "0"');
  expect(text).toContain('(too deep)');
  expect(text.replaceAll(/\s/g, '')).toContain('"details":{"a":null,"b":[{"c":2,"d":1}],"deep"');
});

test('secrets are nowhere', () => {
  expect(renderJson(unknown, meta)).not.toContain('hunter');
});
