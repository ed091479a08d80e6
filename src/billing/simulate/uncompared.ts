import { compareInstants } from '../../lib/calendar.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { UncomparedStretch } from '../../model/billing/simulation.ts';
import type { ComparedCustomer } from './customers.ts';

/** So many stretches have a sentence. */
const MOST_STRETCHES = 10;

/** When customers have different terms on both sides that are in no sum, since later ones are compared; in order of time. */
export function uncomparedStretches(customers: readonly ComparedCustomer[]): UncomparedStretch[] {
  const found = new Map<string, { from: string; to: string; customers: number; profiles: Set<string> }>();
  for (const { from, to, base, head } of customers.flatMap(({ uncompared }) => uncompared)) {
    const stretch = found.get(`${from} ${to}`) ?? { from, to, customers: 0, profiles: new Set() };
    found.set(`${from} ${to}`, stretch);
    stretch.customers++;
    stretch.profiles.add((head ?? base)?.terms.id ?? '');
  }
  return [...found.values()]
    .map((stretch) => ({ ...stretch, profiles: [...stretch.profiles].sort(byCodePoint) }))
    .sort((a, b) => compareInstants(a.from, b.from) || compareInstants(a.to, b.to));
}

/** One sentence for each of the first stretches, and one for the rest. */
export function uncomparedTexts(stretches: readonly UncomparedStretch[]): string[] {
  const rest = stretches.length - MOST_STRETCHES;
  return [
    ...stretches.slice(0, MOST_STRETCHES).map(({ from, to, customers }) => {
      const whose =
        customers === 1 ? 'the terms of 1 customer differ' : `the terms of ${customers} customers differ`;
      return `Before what is compared, from ${from} to ${to}, ${whose} too, in another way: that is in no sum, but held against limits.`;
    }),
    ...(rest > 0 ? [`${rest} more stretches of time in which terms differ are in no sum.`] : []),
  ];
}
