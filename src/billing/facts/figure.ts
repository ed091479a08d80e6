import type { Decimal } from '../../lib/decimal.ts';
import { money, percent } from '../../model/money-text.ts';

/** A number with what is printed for it. */
export interface Figure {
  readonly value: Decimal;
  readonly text: string;
}

/** An amount with as many digits as it needs: prices are smaller than cents. */
export function moneyFigure(value: Decimal, currency: string): Figure {
  return { value, text: money(value, currency, { fine: true }) };
}

/** A quantity with all its digits. */
export function plainFigure(value: Decimal): Figure {
  return { value, text: value.toFixed() };
}

/** A percentage, rounded as reports show it. */
export function percentFigure(value: Decimal): Figure {
  return { value, text: percent(value) };
}
