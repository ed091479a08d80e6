import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { edited, without, type Mutation } from './mutate.ts';
import { BOUND, FILES, VERSIONS } from './mutations-files.ts';
import { base, BEFORE, change, NOW, withSnapshots } from './repository.ts';

function found({ before = [], edits = [], late = [], remove = [] }: Omit<Mutation, 'rule' | 'mistake'>) {
  const published = withSnapshots(edited(base, before), BEFORE);
  const head = withSnapshots(edited({ ...published, ...change }, edits), NOW);
  return judge(published, without(edited(head, late), remove));
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
