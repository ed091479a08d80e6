import { describe, expect, it } from 'vitest';
import { builtinPolicies } from '../../../src/policy/builtin.ts';
import { judge } from './judge.ts';
import { edited, without, type Mutation } from './mutate.ts';
import { BOUND, FILES, VERSIONS } from './mutations-files.ts';
import { DISCOUNTS, GUARDS, MARGINS, TAXES } from './mutations-terms.ts';
import { base, BEFORE, change, NOW, withSnapshots } from './repository.ts';

async function found(mutation: Omit<Mutation, 'rule' | 'mistake'>): Promise<string[]> {
  const { before = [], published: at = BEFORE, gone = [], edits = [], late = [], remove = [] } = mutation;
  const published = without(withSnapshots(edited(base, before), at), gone);
  const head = withSnapshots(edited({ ...published, ...change }, edits), NOW);
  return judge(published, without(edited(head, late), remove));
}

const MUTATIONS = [...FILES, ...VERSIONS, ...BOUND, ...DISCOUNTS, ...TAXES, ...MARGINS, ...GUARDS];

describe('billing rules', () => {
  it('have nothing to say of a good change', async () => {
    expect(await found({})).toEqual([]);
  });

  it('have a mutation each', () => {
    const rules = builtinPolicies().flatMap(({ rules: own = [] }) => own.map(({ id }) => id));
    expect([...new Set(MUTATIONS.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
  });

  it.each(MUTATIONS)('$rule: $mistake', async (mutation) => {
    const rules = await found(mutation);
    expect([...new Set(rules.map((line) => line.slice(0, 6)))], rules.join('\n')).toEqual([mutation.rule]);
  });
});
