import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetPath } from '../lib/assets.ts';
import { byCodePoint } from '../lib/order.ts';
import { builtinPolicies, loadBuiltinHost } from './builtin.ts';
import { buildPolicyInput } from './input.ts';
import { jsonText } from './json-text.ts';
import { facts } from './testdata/facts.ts';

interface Case {
  readonly settings: object;
  readonly input: object;
  readonly deny: readonly unknown[];
  readonly warn: readonly unknown[];
}

const cases = globSync(assetPath('policies/builtin/*/cases/*.json'))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const id = basename(dirname(dirname(file)));
    const table = JSON.parse(text) as Record<string, Case>;
    return Object.keys(table).map((name) => ({ id, name, theme: basename(file, '.json'), text }));
  });

describe('the compiled policies', () => {
  const host = loadBuiltinHost();
  const policies = new Map(builtinPolicies().map((policy) => [policy.id, policy]));

  it('have cases, each of them', () => {
    expect([...new Set(cases.map(({ id }) => id))]).toEqual([...policies.keys()]);
  });

  it.each(cases)('$id, $theme: $name', ({ id, name, text }) => {
    const { entrypoints = {} } = policies.get(id) ?? {};
    const { settings, input } = rawParts(text, name);
    host.setData(`{"settings":${settings}}`);
    const values = host.evaluate(Object.values(entrypoints), input) as unknown[][];
    const found = Object.fromEntries(Object.keys(entrypoints).map((rule, index) => [rule, values[index]]));
    const expected = (JSON.parse(text) as Record<string, Case>)[name];
    expect(sorted(found['deny'] ?? [])).toEqual(sorted(expected?.deny ?? []));
    expect(sorted(found['warn'] ?? [])).toEqual(sorted(expected?.warn ?? []));
  });

  it('read only what the input has', () => {
    const resourceParts = new Set([
      'action',
      'address',
      'previousAddress',
      'type',
      'project',
      'provider',
      'region',
      'source',
      'tags',
      'attributes',
      'cost',
    ]);
    const moduleParts = new Set(['address', 'sourceAddress', 'reason', 'source']);
    const isRead = (first: string, second: string) =>
      first === 'module' ? moduleParts.has(second) : first === 'resource' && resourceParts.has(second);
    const input = JSON.parse(jsonText(buildPolicyInput(facts()).change())) as Record<string, unknown>;
    for (const { scope, reads } of policies.values()) {
      for (const path of reads) {
        const [first = '', second = ''] = path.split('.');
        expect(scope === 'resource' ? isRead(first, second) : first in input).toBe(true);
      }
    }
  });
});

/** The texts of settings and input as they stand in the file, so that no decimal passes through a double. */
function rawParts(text: string, name: string): { settings: string; input: string } {
  const exact = (JSON.parse(quoteNumbers(text)) as Record<string, Case>)[name];
  const unquote = (part: unknown) => JSON.stringify(part).replace(/"\\u0001([^"]*)"/g, '$1');
  return { settings: unquote(exact?.settings), input: unquote(exact?.input) };
}

/** Turns each number literal into a marked string; texts are left alone. */
function quoteNumbers(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? token : `"\\u0001${token}"`,
  );
}

function sorted(elements: readonly unknown[]): unknown[] {
  return [...elements].sort((a, b) => byCodePoint(canonical(a), canonical(b)));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
