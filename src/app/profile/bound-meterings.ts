import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import type { Period } from '../../billing/time/periods.ts';
import { termsInForce } from '../../billing/timeline/timeline.ts';
import { meteringsByKey } from '../../billing/usage/plan/meterings.ts';
import type { KeyedMetering } from '../../billing/usage/query/plan.ts';
import type { TermsInForce } from '../../model/billing/binding.ts';
import type { Environment } from '../../model/billing/terms.ts';

/**
 * How the usage of all customers of an environment is brought together in a time, each way once. Nothing where nobody is bound then.
 */
export function boundMeterings(
  catalogue: Catalogue,
  environment: Environment,
  window: Period,
): KeyedMetering[] {
  const found = new Map<string, KeyedMetering>();
  const seen = new Set<string>();
  for (const { binding } of catalogue.bindings) {
    if (binding.environment !== environment) continue;
    const terms = termsInForce(catalogue, environment, binding.id, binding.type).filter((part) =>
      reaches(part, window),
    );
    const timeline = terms
      .map(({ terms: { id, version }, from, to }) => `${id}@${version} ${from} ${to ?? ''}`)
      .join('\n');
    if (seen.has(timeline)) continue;
    seen.add(timeline);
    for (const [key, meterings] of meteringsByKey(terms)) {
      for (const metering of meterings) {
        const cuts = metering.cuts.filter((cut) => cut > window.from && cut < window.to);
        const keyed = { key, metering: { ...metering, cuts } };
        found.set(JSON.stringify(keyed), keyed);
      }
    }
  }
  return [...found.values()];
}

function reaches({ from, to }: TermsInForce, window: Period): boolean {
  return Date.parse(from) < window.to && (to === null || Date.parse(to) > window.from);
}
