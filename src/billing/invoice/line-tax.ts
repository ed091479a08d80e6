import type { TaxRow } from '../../model/billing/terms.ts';
import { taxRowOf } from './tax-row.ts';
import type { WorkLine } from './work-line.ts';

/**
 * The tax rate that holds for a line: by the customer's jurisdiction, the category, and the begin of its time. Null where the
 * profile has no tax table; one sentence where a rate is missing.
 */
export function lineTax({ part, taxCategory, jurisdiction, id }: WorkLine): TaxRow | string | null {
  const { tax } = part.inForce.terms;
  if (tax === null) return null;
  if (jurisdiction === null)
    return `No jurisdiction is known of ${id}: the payable amount is without its tax.`;
  return (
    taxRowOf(tax, jurisdiction, taxCategory, part.from) ??
    `Tax table ${tax.id} has no rate of ${jurisdiction} for "${taxCategory}" then: the payable amount is without it.`
  );
}
