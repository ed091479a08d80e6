import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { publishedSchema } from './schemas.ts';
import { resolveRef, type JsonSchema } from './yaml/json-schema.ts';

/** What the validator understands: a schema with another keyword would be checked only in part. */
const UNDERSTOOD = new Set(
  [
    ...readFileSync(new URL('yaml/json-schema.ts', import.meta.url), 'utf8').matchAll(/readonly (\$?\w+)\?/g),
  ].map((match) => match[1] ?? ''),
);

/** All schemas in a schema. */
function within(schema: JsonSchema): JsonSchema[] {
  const { additionalProperties: others, items } = schema;
  const children = [
    ...Object.values(schema.$defs ?? {}),
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.oneOf ?? []),
    ...(items === undefined ? [] : [items]),
    ...(typeof others === 'object' ? [others] : []),
  ];
  return [schema, ...children.flatMap(within)];
}

describe.each(['config', 'billing-profile', 'billing-lock'] as const)('the schema %s', (name) => {
  const root = publishedSchema(name);

  it('has only keywords that are understood', () => {
    const used = new Set(within(root).flatMap((schema) => Object.keys(schema)));
    expect([...used].filter((keyword) => !UNDERSTOOD.has(keyword))).toEqual([]);
    expect(UNDERSTOOD.size).toBeGreaterThan(20);
  });

  it('defines what it refers to, and uses what it defines', () => {
    const all = within(root);
    for (const schema of all) expect(() => resolveRef(schema, root)).not.toThrow();
    const used = new Set(all.map(({ $ref }) => $ref));
    expect(Object.keys(root.$defs ?? {}).filter((key) => !used.has(`#/$defs/${key}`))).toEqual([]);
  });

  it('bounds every list, text and open mapping', () => {
    const open = within(root).filter(
      ({ type, maxItems, maxProperties, additionalProperties }) =>
        (type === 'array' && maxItems === undefined) ||
        (typeof additionalProperties === 'object' && maxProperties === undefined),
    );
    expect(open).toEqual([]);
  });

  it('is a schema of draft 2020-12', () => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      validateFormats: false,
    });
    ajv.addKeyword('patternErrorMessage');
    expect(() => ajv.compile(root)).not.toThrow();
  });
});

describe('the schema billing-snapshot', () => {
  it('refers to the parts of profiles in the other file, as an editor reads both', () => {
    const [profile, snapshot] = ['billing-profile', 'billing-snapshot'].map(
      (name) => JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as object,
    );
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      validateFormats: false,
    });
    ajv.addKeyword('patternErrorMessage');
    const isValid = ajv.addSchema(profile ?? {}).compile(snapshot ?? {});
    const kept = readFileSync('test/golden/billing/snapshots/standard-1.2.0.json', 'utf8');
    expect(isValid(JSON.parse(kept))).toBe(true);
    expect(isValid(JSON.parse(kept.replace('"unit":"12.5"', '"unit":12.5')))).toBe(false);
    expect(isValid(JSON.parse(kept.replace('"cadence"', '"lifecycle":"published","cadence"')))).toBe(false);
  });

  it('defines what it refers to, when both are one', () => {
    const root = publishedSchema('billing-snapshot');
    for (const schema of within(root)) expect(() => resolveRef(schema, root)).not.toThrow();
  });
});
