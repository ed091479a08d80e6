import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { edited, without, type Mutation } from './mutate.ts';
import { BOUND, FILES, VERSIONS } from './mutations-files.ts';
import { base, change, NOW, withSnapshots } from './repository.ts';

function found({ edits = [], late = [], remove = [] }: Omit<Mutation, 'rule' | 'mistake'>): string[] {
  const head = edited(withSnapshots(without(edited(change, edits), remove), NOW), late);
  return judge(base, head);
}

describe('billing rules', () => {
  it('have nothing to say of a good change', () => {
    expect(found({})).toEqual([]);
  });

  it.each([...FILES, ...VERSIONS, ...BOUND])('$rule: $mistake', (mutation) => {
    const rules = found(mutation);
    expect([...new Set(rules.map((line) => line.slice(0, 6)))], rules.join('\n')).toEqual([mutation.rule]);
  });
});
