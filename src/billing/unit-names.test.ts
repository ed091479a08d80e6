import { expect, it } from 'vitest';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { loadBilling } from './load.ts';
import { perUnit, profile, sku } from './simulate/test-support/world.ts';

it.each([
  ["'=HYPERLINK(1)'", false],
  ["'+1'", false],
  ["'-1'", false],
  ["'@SUM'", false],
  ['"\\tx"', false],
  ["'GB-month'", true],
  ["'1,000 calls'", true],
])('a unit %s may be: %s', (unit, isRight) => {
  const [path, text] = Object.entries(profile('api', '1.0.0', `skus:\n${sku('calls', perUnit('1'))}`))[0] ?? [
    '',
    '',
  ];
  const written = text.replace(/unit: (?!')[^,\n]+/, () => `unit: ${unit}`);
  expect(written).toContain(`unit: ${unit}`);
  const { diagnostics } = loadBilling(memoryTree({ [path]: written }));
  const messages = diagnostics.map(({ message }) => message);
  if (isRight) expect(messages).toEqual([]);
  else expect(messages).toEqual([expect.stringContaining('a spreadsheet would take it for a formula')]);
});
