import { rateInvoice } from '../../../src/billing/invoice/rate-invoice.ts';
import { periodAt } from '../../../src/billing/time/periods.ts';
import type { Binding } from '../../../src/model/billing/binding.ts';
import type { Invoice } from '../../../src/model/billing/rating.ts';
import { START, termsOf, type TaxRates } from './terms.ts';
import { cellOf, CUSTOMER } from './usage.ts';
import type { InvoiceCase, ProfileText } from './vectors.ts';

/** The invoice of one customer for the usage of one period. */
export function invoiceOf(
  profile: ProfileText,
  taxes: TaxRates | undefined,
  month: string,
  { usage = {}, amounts = {}, rounding, bound }: InvoiceCase,
): Invoice {
  const terms = termsOf({ ...profile, ...(rounding && { rounding }) }, taxes);
  const period = periodAt(terms.cadence, terms.timezone, Date.parse(`${month}-01T00:00:00Z`));
  const from = bound?.from ?? START;
  const to = bound?.to ?? null;
  const held = {
    from: Math.max(period.from, Date.parse(from)),
    to: to === null ? period.to : Math.min(period.to, Date.parse(to)),
  };
  const cells = terms.skus
    .filter(({ id }) => usage[id] !== undefined || amounts[id] !== undefined)
    .map((sku) => cellOf(terms, sku, held, usage[sku.id], amounts[sku.id]));
  return rateInvoice({
    customer: CUSTOMER,
    period,
    segments: [{ terms, binding: bindingOf(from, to), from, to }],
    cells,
    explain: false,
  });
}

function bindingOf(from: string, to: string | null): Binding {
  return {
    type: 'tenant',
    id: CUSTOMER,
    environment: 'prod',
    profile: 'vector@1.0.0',
    from,
    to,
    tags: {},
    jurisdiction: 'DE',
    grants: [],
  };
}
