import type { RatedUsage } from '../../model/billing/rated.ts';
import { andMore, plural } from '../plural.ts';

/**
 * What invoices say besides their amounts, for those who get only these: how many sentences there are, then the first `most` of
 * them, those first that tell what is not in an amount. Empty when no invoice says anything.
 */
export function invoiceRemarks({ invoices }: Pick<RatedUsage, 'invoices'>, most: number): string[] {
  const said = (kind: 'unknowns' | 'notices', name: string) =>
    invoices.flatMap((invoice) =>
      invoice[kind].map(
        (text) => `${name}: ${invoice.customer}, ${invoice.period.from} to ${invoice.period.to}: ${text}`,
      ),
    );
  const unknowns = said('unknowns', 'unknown');
  const notices = said('notices', 'notice');
  const all = [...unknowns, ...notices];
  if (all.length === 0) return [];
  return [
    `Invoices have ${plural(unknowns.length, 'unknown')} and ${plural(notices.length, 'notice')}.`,
    ...all.slice(0, most),
    ...(all.length > most ? [andMore(all.length - most)] : []),
  ];
}
