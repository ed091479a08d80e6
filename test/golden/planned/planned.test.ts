import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { diffResources } from '../../../src/iac/diff/diff-resources.ts';
import { settleVanished } from '../../../src/iac/diff/vanished.ts';
import { NULL } from '../../../src/iac/terraform/evaluate/make.ts';
import { typeOf } from '../../../src/iac/terraform/evaluate/type-of.ts';
import { caseOptions } from '../../../tools/oracle/plans/case.ts';
import type { ExpectedChanges, ExpectedValues } from '../../../tools/oracle/plans/condense.ts';
import { compareValue } from './compare.ts';
import type { Disagreements } from './compare.ts';
import { isPlannedType } from './compare-type.ts';
import { evaluateCase } from './evaluate-case.ts';
import type { Evaluated } from './evaluate-case.ts';

/**
 * Every folder beside this file was planned by a real OpenTofu (tools/oracle/plans/README.md): our evaluation has the
 * same resources, values, outputs, types and secrets, or fails where OpenTofu fails.
 */
const root = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('evaluating as OpenTofu plans', () => {
  it.each(names.map(({ name }) => name))('%s', (name) => {
    const folder = join(root, name);
    const expected = readJson(join(folder, 'expected.json')) as
      ExpectedValues | ExpectedChanges | { errors: readonly string[] };
    const deviations = join(folder, 'deviations.json');
    const listed = existsSync(deviations) ? (readJson(deviations) as Record<string, string>) : {};
    if ('changes' in expected) {
      const ours = changesOf(folder);
      const differing = Object.keys({ ...ours, ...expected.changes }).filter(
        (address) => !isDeepStrictEqual(ours[address], expected.changes[address]),
      );
      expect(differing.sort()).toEqual(Object.keys(listed).sort());
      return;
    }
    const ours = evaluateCase(folder, caseOptions(folder));
    const errors = ours.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length > 0).toBe('errors' in expected && listed['errors'] === undefined);
    if ('errors' in expected) return;
    expect(ours.result.resources.map(({ address }) => address).sort()).toEqual(
      Object.keys(expected.resources).sort(),
    );
    expect([...ours.outputs.keys()].sort()).toEqual(Object.keys(expected.outputs).sort());
    const found = Object.fromEntries(disagreements(expected, ours));
    expect(found).toEqual(
      Object.fromEntries(Object.keys(listed).map((place) => [place, expect.any(String)])),
    );
  });
});

function disagreements(expected: ExpectedValues, { result, outputs }: Evaluated): Disagreements {
  const found: Disagreements = new Map();
  for (const { address, attributes } of result.resources) {
    const { entries } = attributes;
    for (const [name, planned] of Object.entries(expected.resources[address] ?? {})) {
      compareValue(planned, entries.get(name) ?? NULL, `${address}.${name}`, found);
    }
  }
  for (const [name, value] of outputs) {
    const planned = expected.outputs[name];
    compareValue(planned?.value, value, `output.${name}`, found);
    if (planned?.type !== undefined && !isPlannedType(planned.type, typeOf(value)))
      found.set(`output.${name}`, 'another value');
  }
  return found;
}

/** Actions by address in the words of a plan, so far as they do not rest on the schema of a provider. */
function changesOf(folder: string): ExpectedChanges['changes'] {
  const options = caseOptions(folder);
  const [base, head] = ['base', 'head'].map((side) => evaluateCase(join(folder, side), options).result);
  if (base === undefined || head === undefined) throw new Error('A case has two sides.');
  const settled = settleVanished(base.resources, head.resources, head);
  const changes = diffResources(settled.base, settled.head, head.moved, {
    replaceOn: () => ['triggers_replace'],
    inheritsDefaultTags: () => false,
  });
  const forgotten = base.resources.filter((resource) => !settled.base.includes(resource));
  const found: Record<string, ExpectedChanges['changes'][string]> = {};
  for (const { address, previousAddress: previous, action } of changes) {
    found[address] = { actions: ACTIONS[action], ...(previous === undefined ? {} : { previous }) };
  }
  for (const { address } of forgotten) found[address] = { actions: ['forget'] };
  return found;
}

const ACTIONS = {
  create: ['create'],
  import: ['no-op'],
  update: ['update'],
  replace: ['delete', 'create'],
  delete: ['delete'],
  move: ['no-op'],
  'no-op': ['no-op'],
};

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}
