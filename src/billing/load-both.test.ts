import { expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { loadBothSides } from './load-both.ts';
import { loadBilling } from './load.ts';

const unit = (event: string) =>
  `kind: UnitDefinition\nschemaVersion: 1\nid: orders\nversion: 1.0.0\nname: Orders\nper: '1'\nevent: ${event}\nowner: { accountable: '@jane', finance: '@example/finance' }\n`;
const path = 'billing/units/orders.yaml';
const broken = 'billing/units/broken.yaml';

it('reads what each side has, and a file that both have once', () => {
  const base = memoryTree({ [path]: unit('placed'), [broken]: 'kind: [' });
  const changed = memoryTree({ [path]: unit('paid'), [broken]: 'kind: [' });
  for (const head of [base, changed, memoryTree({})]) {
    const both = loadBothSides(base, head);
    expect(both).toEqual({ base: loadBilling(base), head: loadBilling(head) });
    expect(both.base.documents).toHaveLength(1);
    expect(both.base.diagnostics).toHaveLength(1);
  }
  const same = loadBothSides(base, memoryTree({ [path]: unit('placed') }));
  expect(same.head.documents[0]).toBe(same.base.documents[0]);
  expect(loadBothSides(base, changed).head.documents[0]).not.toBe(same.base.documents[0]);
});
