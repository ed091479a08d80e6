import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../lib/errors.ts';
import { readPlan } from './read-plan.ts';

const sample = readFileSync(new URL('../../../test/golden/plan/semantics/plan.json', import.meta.url));
const change = {
  address: 'a_b.c',
  mode: 'managed',
  type: 'a_b',
  name: 'c',
  change: { actions: ['create'], before: null, after: {} },
};
const bytes = (text: string): Uint8Array => Buffer.from(text);
const plan = (more: object): Uint8Array =>
  bytes(JSON.stringify({ format_version: '1.2', resource_changes: [change], ...more }));
const codes = (input: Uint8Array): string[] =>
  readPlan(input, 'p.json').diagnostics.map(({ code, severity }) => `${severity} ${code}`);

describe('what is no plan', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', bytes(' \n'), 'is empty'],
    ['a binary plan', bytes('PK\u0003\u0004\u0000x'), 'in the binary form'],
    ['a log', bytes('{"@level":"info","@message":"Terraform 1.9"}\n{"@level":"info"}\n'), 'is the log of'],
    ['text for people', bytes('Terraform will perform the following actions:\n  + a {\n'), 'is no JSON'],
    [
      'text before it',
      bytes('[command]/bin/terraform show\n{"format_version":"1.2"}\n'),
      'text before the plan',
    ],
    [
      'text after it',
      bytes('{"format_version":"1.2"}\n::debug::done\n'),
      'text after the plan, from byte 25',
    ],
    ['half of one', plan({}).subarray(0, 120), 'ends in the middle'],
    [
      'a state file',
      bytes('{"version":4,"serial":1,"lineage":"x","resources":[]}'),
      'is a state, not a plan',
    ],
    ['a shown state', bytes('{"format_version":"1.0","values":{}}'), 'is a state, not a plan'],
    ['other JSON', bytes('{"name":"x"}'), 'has no "format_version"'],
    ['a list', bytes('[{}]'), 'is no JSON'],
    ['another major version', bytes('{"format_version":"2.0"}'), 'format version "2.0"'],
    ['a version before all', bytes('{"format_version":"0.0"}'), 'format version "0.0"'],
    ['no version', bytes('{"format_version":"x"}'), 'format version "x"'],
    ['a broken entry', bytes('{"format_version":"1.2","resource_changes":[{]}]}'), 'is no valid JSON'],
    [
      'a part that is there twice',
      bytes('{"format_version":"1.2","resource_changes":[],"resource_changes":[]}'),
      'twice',
    ],
    ['deep nesting', bytes(`{"format_version":"1.2","x":${'['.repeat(300)}`), 'deeper than 200 levels'],
  ])('%s is refused in one sentence, with a way out', (_, input, expected) => {
    const read = (): unknown => readPlan(input, 'p.json');
    expect(read).toThrow(UserError);
    expect(read).toThrow(expect.objectContaining({ hint: expect.stringMatching(/\w/) as string }) as Error);
    expect(read).toThrow(expected);
  });
});

describe('what is odd about a plan', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['an older format', { format_version: '0.1' }, []],
    ['a newer format', { format_version: '1.9' }, ['warning plan-newer-format']],
    ['a failed planning', { errored: true, complete: false }, ['error plan-failed']],
    ['a failed planning that does not say more', { errored: true }, ['error plan-failed']],
    [
      'what is left behind, and drift',
      { resource_changes: [{ ...change, deposed: 'abcd' }], resource_drift: [change] },
      ['warning plan-refresh-only', 'warning plan-deposed'],
    ],
    [
      'only what is left behind',
      {
        resource_changes: [
          { ...change, deposed: 'abcd', change: { actions: ['delete'], before: {}, after: null } },
        ],
      },
      ['warning plan-deposed'],
    ],
    ['a part of the configuration', { complete: false }, ['warning plan-partial']],
    ['deferred changes', { deferred_changes: [{}] }, ['warning plan-partial']],
    ['only drift', { resource_changes: [], resource_drift: [change] }, ['warning plan-refresh-only']],
    [
      'everything destroyed',
      { resource_changes: [{ ...change, change: { actions: ['delete'], before: {}, after: null } }] },
      ['warning plan-destroys'],
    ],
    [
      'everything deleted because it is not written any more',
      {
        resource_changes: [
          {
            ...change,
            action_reason: 'delete_because_no_resource_config',
            change: { actions: ['delete'], before: {}, after: null },
          },
        ],
      },
      [],
    ],
    ['an entry of another kind', { resource_changes: [change, { address: 'a' }] }, ['error plan-entry']],
    ['no changes at all', { resource_changes: null }, []],
  ])('%s', (_, more, expected) => {
    expect(codes(plan(more))).toEqual(expected);
  });
});

it.each<[object, boolean]>([
  [{}, false],
  [{ complete: true, errored: false }, false],
  [{ complete: false }, true],
  [{ errored: true }, true],
  [{ deferred_changes: [{}] }, true],
])('%j leaves something out: %j', (more, expected) => {
  expect(readPlan(plan(more), 'p.json').isPartial).toBe(expected);
});

it('reads a plan in UTF-16, as PowerShell writes it', () => {
  const text = Buffer.from(`\uFEFF${sample.toString()}`, 'utf16le');
  expect(readPlan(text, 'p.json')).toEqual(readPlan(sample, 'p.json'));
});

it('reads the same from any chunks', () => {
  const whole = readPlan(sample, 'p.json');
  const chunks = function* (sizes: readonly number[]): Generator<Uint8Array> {
    for (let [at, i] = [0, 0]; at < sample.length; i++) {
      const size = sizes[i % sizes.length] ?? 1;
      yield Uint8Array.from(sample.subarray(at, at + size));
      at += size;
    }
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }), (sizes) => {
      expect(readPlan(chunks(sizes), 'p.json')).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

it('keeps no credentials of providers and no values of variables', () => {
  const text = JSON.stringify(readPlan(sample, 'p.json').configuration, (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
  expect(text).toContain('us-east-1');
  expect(text).not.toMatch(/secret_key|access_key/);
});

it.each([
  [{ actions: ['delete', 'create'] }, 'replace'],
  [{ actions: ['create', 'delete'] }, 'replace'],
  [{ actions: ['no-op'] }, 'no-op'],
  [{ actions: ['forget'] }, 'forget'],
  [{ actions: ['create', 'forget'] }, 'unknown'],
  [{ actions: [['create']] }, 'unknown'],
  [{}, 'unknown'],
])('takes %j for %s', (given, expected) => {
  const input = plan({ resource_changes: [{ ...change, change: { before: null, after: {}, ...given } }] });
  expect(readPlan(input, 'p.json').changes.map(({ action }) => action)).toEqual([expected]);
});
