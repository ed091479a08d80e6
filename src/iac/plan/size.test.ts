import { expect, it } from 'vitest';
import { UserError } from '../../lib/errors.ts';
import { plannedChange } from './change.ts';
import { readPlan } from './read-plan.ts';
import { isTooLarge } from './size.ts';

/** An entry with so many values in one of its parts. */
function entry(part: string, count: number): object {
  const change = {
    actions: ['update'],
    before: {},
    after: {},
    [part]: { tags: Array(count - 1).fill(true) },
  };
  return { address: 'x_y.z', mode: 'managed', type: 'x_y', name: 'z', change };
}

it.each(['before', 'after', 'after_unknown', 'before_sensitive', 'after_sensitive'])(
  'bounds the values of a resource: %s',
  (part) => {
    const isRefused = (count: number): boolean | undefined => {
      const change = plannedChange(entry(part, count) as never);
      return change && isTooLarge(change);
    };
    expect([isRefused(100_000), isRefused(100_001)]).toEqual([false, true]);
  },
);

it('refuses a plan with more, and names the resource', () => {
  const plan = { format_version: '1.2', resource_changes: [entry('after', 100_001)] };
  const read = (): unknown => readPlan(Buffer.from(JSON.stringify(plan)), 'p.json');
  expect(read).toThrow(UserError);
  expect(read).toThrow('p.json has more than 100000 values in one resource, x_y.z.');
}, 60_000);
