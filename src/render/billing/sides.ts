import type { Decimal } from '../../lib/decimal.ts';
import type { Sides } from '../../model/billing/simulation.ts';
import { money, type MoneyStyle, percent } from '../../model/money-text.ts';
import { type Inline, toned } from '../report/document.ts';

/** An amount, or the word for one that nobody knows. */
export function amountCell(amount: Decimal | null, currency: string, style: MoneyStyle = {}): Inline {
  return amount === null ? toned('unknown', 'muted') : money(amount, currency, style);
}

/** What a figure changes by: `+$12.00 (+3.1%)`, `none`, `unknown`. `good` is the direction that colours as good. */
export function deltaCell(
  { delta, percent: share }: Sides,
  currency: string,
  style: MoneyStyle & { readonly good?: 'up' | 'down' } = {},
): Inline {
  if (delta === null) return toned('unknown', 'muted');
  if (delta.eq('0')) return toned('none', 'muted');
  const text =
    money(delta, currency, { ...style, signed: true }) +
    (share === null ? '' : ` (${percent(share, { signed: true })})`);
  if (style.good === undefined) return text;
  return toned(text, delta.s > 0 === (style.good === 'up') ? 'good' : 'bad');
}

/** Old, new and the change, as the last three cells of a row. */
export function sidesCells(
  sides: Sides,
  currency: string,
  style: Parameters<typeof deltaCell>[2] = {},
): Inline[] {
  return [
    amountCell(sides.base, currency, style),
    amountCell(sides.head, currency, style),
    deltaCell(sides, currency, style),
  ];
}

/** Their columns. */
export const SIDES_COLUMNS = ['Before', 'After', 'Change'].map((title) => ({
  title,
  align: 'right' as const,
}));
