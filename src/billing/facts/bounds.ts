import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { type Decimal, decimal } from '../../lib/decimal.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { moneyFigure, plainFigure, type Figure } from './figure.ts';
import { skusIn } from './skus.ts';
import { placeOf, subjectOf, type Subject } from './subject.ts';

/** What changes when a quantity goes over the bound of a tier. */
export interface Bound extends Subject {
  readonly sku: string;
  readonly model: string;
  /** The last quantity of the lower tier. */
  readonly bound: Figure;
  /** Price of one unit in the tier that ends here, and in the next. */
  readonly units: { readonly below: Figure; readonly above: Figure };
  /** Amount of the bound itself, and what it tends to just above it, as `volume` and `stairstep` price it. */
  readonly totals: { readonly on: Figure; readonly above: Figure };
  /** Of the tier above. */
  readonly source: SourceRange;
}

const TIERED = new Set(['graduated', 'volume', 'stairstep']);

/** The bounds between the tiers of a file's SKUs. */
export function boundsOf(document: BillingDocument): readonly Bound[] {
  const currency = textOf(nodeAt(document.root, 'currency')) ?? '';
  return skusIn(document).flatMap(({ id, model, tiers }) => {
    if (!TIERED.has(model)) return [];
    return tiers.slice(1).flatMap((above, index) => {
      const below = tiers[index];
      const upTo = textOf(nodeAt(below, 'upTo'));
      if (below === undefined || upTo === undefined) return [];
      const bound = decimal(upTo);
      const figure = (value: Decimal) => moneyFigure(value, currency);
      return [
        {
          ...subjectOf(document),
          sku: id,
          model,
          bound: plainFigure(bound),
          units: { below: figure(amount(below, 'unit')), above: figure(amount(above, 'unit')) },
          totals: { on: figure(total(below, bound)), above: figure(total(above, bound)) },
          source: placeOf(above),
        },
      ];
    });
  });
}

/** Of all of the quantity at one tier. */
function total(tier: DocumentNode, quantity: Decimal): Decimal {
  return amount(tier, 'unit').times(quantity).plus(amount(tier, 'flat'));
}

function amount(tier: DocumentNode, key: string): Decimal {
  return decimal(textOf(nodeAt(tier, key)) ?? '0');
}
