import type { Catalogue } from '../../../billing/resolve/catalogue.ts';
import { compareInstants } from '../../../lib/calendar.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { Binding } from '../../../model/billing/binding.ts';
import type { BoundPlace } from '../../../model/billing/blamed.ts';

/** All bindings of a customer, of one type or any, in every environment: by begin. */
export function boundPlaces(
  { bindings }: Catalogue,
  customer: string,
  type: Binding['type'] | null,
): readonly BoundPlace[] {
  return bindings
    .filter(({ binding }) => binding.id === customer && (type === null || binding.type === type))
    .map(({ binding, place }) => ({
      type: binding.type,
      environment: binding.environment,
      profile: binding.profile,
      from: binding.from,
      to: binding.to,
      source: place,
    }))
    .sort((a, b) => compareInstants(a.from, b.from) || byCodePoint(a.environment, b.environment));
}
