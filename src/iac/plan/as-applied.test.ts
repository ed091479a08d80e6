import { expect, it } from 'vitest';
import type { Json } from '../../lib/json.ts';
import { diffResources } from '../diff/diff-resources.ts';
import { asApplied } from './as-applied.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { planSides } from './sides.ts';
import { WrittenIndex } from './written-index.ts';

type Change = Readonly<Record<string, Json>>;

function plan(change: Change, from?: string): Plan {
  const entry = {
    ...{ address: 'x_y.z', type: 'x_y', name: 'z', mode: 'managed', provider_name: 'x', change },
    ...(from === undefined ? {} : { previous_address: from }),
  };
  const text = JSON.stringify({ format_version: '1.2', resource_changes: [entry], configuration: {} });
  return readPlan(Buffer.from(text), 'plan.json');
}

const region = 'arn:aws:x:eu-west-1:1:y';
const all = { a: 1, id: 'i', arn: region, net: 'n-1', disks: [{ size: 1, id: 'd' }] };
const created = plan({
  ...{ actions: ['create'], before: null, after: { a: 1, disks: [{ size: 1 }] } },
  after_unknown: { id: true, arn: true, net: true, disks: [{ id: true }] },
});
const none = { after_unknown: {}, before_sensitive: {}, after_sensitive: {} };

function differences(head: Plan): string[] {
  const written = { base: new WrittenIndex([]), head: new WrittenIndex([]) };
  const sides = (of: Plan) => planSides(of, { project: '.', written, isPair: true });
  const { head: after, moved } = sides(head);
  const facts = { replaceOn: () => [], inheritsDefaultTags: () => false };
  return diffResources(sides(asApplied(created, head)).head, after, moved, facts).flatMap((change) =>
    change.differences.map(({ path, certainty }) => `${change.action} ${path} ${certainty}`),
  );
}

it.each<[string, Plan, string[]]>([
  ['no change after it', plan({ actions: ['no-op'], before: all, after: all, ...none }), []],
  ['a move after it', plan({ actions: ['no-op'], before: all, after: all, ...none }, 'x_y.z'), []],
  [
    'a change after it',
    plan({ ...none, actions: ['update'], before: all, after: { ...all, a: 2 } }),
    ['update a changed'],
  ],
  [
    'a change of what it could not know',
    plan({ ...none, actions: ['update'], before: all, after: { ...all, net: 'n-2' } }),
    ['update net changed'],
  ],
  [
    'what the second does not know either',
    plan({
      ...none,
      actions: ['update'],
      before: all,
      after: { ...all, net: null },
      after_unknown: { net: true },
    }),
    [],
  ],
])('the plan of the base and one with %s', (_, head, expected) => {
  expect(differences(head)).toEqual(expected);
});

it('takes over what is secret with its mark', () => {
  const before = { ...all, net: 'hush' };
  const head = plan({ ...none, actions: ['no-op'], before, after: before, after_sensitive: { net: true } });
  const [change] = asApplied(created, head).changes;
  expect(change?.after).toEqual({ a: 1, disks: [{ size: 1, id: 'd' }], id: 'i', arn: region, net: 'hush' });
  expect(change?.afterSensitive).toMatchObject({ net: true });
});
