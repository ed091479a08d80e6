import { describe, expect, it } from 'vitest';

import { sum } from '../../../src/lib/decimal.ts';
import type { Invoice } from '../../../src/model/billing/rating.ts';
import { invoiceOf } from './invoice.ts';
import { plain, vectorFiles, type Expected, type Group } from './vectors.ts';

const MONTH = '2026-03';
const files = vectorFiles().map(({ file, groups }) => ({ file, invoices: groups.flatMap(invoicesOf) }));

describe.each(files.filter(({ invoices }) => invoices.length > 0))(
  'invoices of worked examples in $file',
  ({ invoices }) => {
    it.each(invoices)('$title', ({ group, example }) => {
      const { expect: ours, differs } = example;
      const invoice = invoiceOf(group.profile, group.taxes, group.period ?? MONTH, example);
      expect(invoice.unknowns).toEqual([]);
      expect(shown(invoice, ours)).toEqual(plainly(ours));
      for (const [figure, theirs] of Object.entries(differs?.theirs ?? {}))
        expect({ [figure]: plain(theirs) }).not.toEqual({ [figure]: plainly(ours)[figure as 'net'] });
    });
  },
);

function invoicesOf(group: Group) {
  return 'sku' in group
    ? []
    : group.cases.map((example, index) => ({ title: `${group.name}, ${String(index + 1)}`, group, example }));
}

/** The figures of an invoice that an example names. */
function shown(invoice: Invoice, { lines, ...totals }: Expected): Expected {
  const figures = {
    list: invoice.list,
    net: invoice.net,
    tax: sum(invoice.tax.map(({ amount }) => amount)),
    payable: invoice.payable,
  };
  const named = Object.keys(totals) as (keyof typeof figures)[];
  const netOf = (id: string) => sum(invoice.lines.filter((line) => line.id === id).map(({ net }) => net));
  return {
    ...Object.fromEntries(named.map((name) => [name, figures[name].toString()])),
    ...(lines && { lines: mapped(lines, (_, id) => netOf(id).toString()) }),
  };
}

function plainly({ lines, ...totals }: Expected): Expected {
  return { ...mapped(totals, plain), ...(lines && { lines: mapped(lines, plain) }) };
}

function mapped(
  figures: Readonly<Record<string, string>>,
  of: (figure: string, name: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, of(figure, name)]));
}
