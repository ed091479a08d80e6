import { expect, it } from 'vitest';

import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { openCatalogue } from '../../resolve/catalogue.ts';
import { bindings, change, NOW, perUnit, profile, sku, USED } from '../../simulate/test-support/world.ts';
import { impactsOf } from './impacts.ts';

const LOOSE = "limits: { maxRevenueLossPct: '10', maxTenantIncreasePct: '20', minMarginPct: '30' }\n";
const STRICT = "limits: { maxRevenueLossPct: '5', maxTenantIncreasePct: '15', minMarginPct: '40' }\n";
const world = (unit: string, limits: string) => ({
  ...profile('api', '1.0.0', `skus:\n${sku('calls', perUnit(unit))}${limits}`),
  ...bindings,
});

it.each([
  ['the base', STRICT, LOOSE],
  ['the head', LOOSE, STRICT],
  ['both', STRICT, STRICT],
  ['the base alone', STRICT, ''],
  ['the head alone', '', STRICT],
])('holds a profile to its stricter limits where %s has them', (_, before, after) => {
  const [from, to] = [world('0.1', before), world('0.2', after)];
  const sides = { base: openCatalogue(memoryTree(from)), head: openCatalogue(memoryTree(to)), now: NOW };
  expect([sides.base.diagnostics, sides.head.diagnostics]).toEqual([[], []]);
  const found = impactsOf(change(from, to, USED), sides, sides.head.documents);
  expect(
    found.map(({ limits }) => Object.values(limits).map((limit) => limit?.value.toFixed() ?? null)),
  ).toEqual([['5', '15', '40']]);
});
