import { expect, it } from 'vitest';
import { compared, range, result, totals } from '../../../test/golden/render/build.ts';
import type { CheckResult } from '../../model/result.ts';
import { headline } from './headline.ts';
import { deltaTotal, sideTotal } from './totals.ts';

/** A disk that grows beside resources of unknown cost, which stay as they are. */
const grown = (unpriced: number): CheckResult =>
  result({
    totals: compared(
      { ...totals(range('17.60')), unpriced },
      { ...totals(range('22')), unpriced },
      totals(range('4.40')),
    ),
  });

it.each([
  [0, '$17.60', '$22.00', '+$4.40/mo (+25%)'],
  [10, '$17.60 + unknown', '$22.00 + unknown', '+$4.40/mo (+25% of what is known)'],
])('totals and their share beside %i unchanged resources of unknown cost', (unpriced, base, head, words) => {
  const check = grown(unpriced);
  expect([sideTotal(check, 'base'), sideTotal(check, 'head'), deltaTotal(check)]).toEqual([
    base,
    head,
    '+$4.40',
  ]);
  expect(headline(check).words).toBe(`Tollgate: pass · ${words}`);
});
