import { listMember, member, textMember, type Json } from '../../lib/json.ts';
import type {
  Allocation,
  Commitment,
  Convert,
  Discount,
  Meter,
  RevenueShare,
  Sku,
  Tax,
  TaxRow,
  Window,
} from '../../model/billing/terms.ts';
import { amountIn, amountOrZero, isTrue, textIn, textMapIn, textsIn } from './json-access.ts';
import { priceOf } from './terms-price.ts';

/** An SKU, from its resolved JSON, with the defaults of the format. */
export function skuOf(json: Json): Sku {
  const cost = member(json, 'cost');
  return {
    id: textIn(json, 'id'),
    name: textIn(json, 'name'),
    unit: textIn(json, 'unit'),
    meter: meterOf(member(json, 'meter')),
    price: priceOf(member(json, 'price')),
    freeQuantity: amountOrZero(json, 'freeQuantity'),
    convert: convertOf(member(json, 'convert')),
    minAmount: amountIn(json, 'minAmount'),
    maxAmount: amountIn(json, 'maxAmount'),
    onChange: textMember(json, 'onChange') === 'continue' ? 'continue' : 'restart',
    proration: prorationOf(json),
    taxCategory: textMember(json, 'taxCategory') ?? 'standard',
    group: textMember(json, 'group') ?? null,
    profitCenter: textMember(json, 'profitCenter') ?? null,
    cost: {
      variable: amountIn(cost, 'variable'),
      fixed: amountIn(cost, 'fixed'),
      amortised: amountIn(cost, 'amortised'),
    },
  };
}

/** A discount, from its resolved JSON. */
export function discountOf(json: Json): Discount {
  const conditions = member(json, 'conditions');
  return {
    id: textIn(json, 'id'),
    type: textIn(json, 'type') as Discount['type'],
    value: amountOrZero(json, 'value'),
    skus: textsIn(json, 'skus'),
    conditions: {
      tags: textMapIn(conditions, 'tags'),
      minQuantity: amountIn(conditions, 'minQuantity'),
      minAmount: amountIn(conditions, 'minAmount'),
    },
    window: windowOf(json),
    precedence: Number(member(json, 'precedence')),
    stacking: textIn(json, 'stacking') as Discount['stacking'],
    cap: amountIn(json, 'cap'),
    enabled: member(json, 'enabled') !== false,
  };
}

/** A commitment, from its resolved JSON. */
export function commitmentOf(json: Json): Commitment {
  const overage = member(json, 'overage');
  return {
    id: textIn(json, 'id'),
    type: textIn(json, 'type') as Commitment['type'],
    amount: amountOrZero(json, 'amount'),
    period: textIn(json, 'period') as Commitment['period'],
    skus: textsIn(json, 'skus'),
    overage:
      overage === undefined
        ? null
        : { type: textIn(overage, 'type') as 'rate' | 'factor', value: amountOrZero(overage, 'value') },
    trueUp: textMember(json, 'trueUp') === 'term' ? 'term' : 'period',
    proration: prorationOf(json),
    alertAt: listMember(json, 'alertAt').map(Number),
  };
}

/** A tax table with its rows, from resolved JSON. */
export function taxOf(json: Json): Tax {
  return {
    id: textIn(json, 'id'),
    version: textIn(json, 'version'),
    rows: listMember(json, 'rows').map(taxRowOf),
  };
}

function taxRowOf(json: Json): TaxRow {
  return {
    jurisdiction: textIn(json, 'jurisdiction'),
    category: textIn(json, 'category'),
    rate: amountOrZero(json, 'rate'),
    inclusive: isTrue(json, 'inclusive'),
    window: windowOf(json),
  };
}

/** An allocation rule, from its resolved JSON. */
export function allocationOf(json: Json): Allocation {
  return {
    id: textIn(json, 'id'),
    pool: textIn(json, 'pool'),
    method: textIn(json, 'method') as Allocation['method'],
    key: textMember(json, 'key') ?? null,
    shares: listMember(json, 'shares').map((share) => ({
      to: textIn(share, 'to'),
      share: amountOrZero(share, 'share'),
    })),
    zeroFallback: textMember(json, 'zeroFallback') === 'even' ? 'even' : 'none',
  };
}

/** A share of the revenue, from its resolved JSON. */
export function revenueShareOf(json: Json): RevenueShare {
  return {
    party: textIn(json, 'party'),
    percent: amountOrZero(json, 'percent'),
    base: textIn(json, 'base') as RevenueShare['base'],
  };
}

/** A half-open window; null where it has no end. */
export function windowOf(json: Json | undefined): Window {
  return { from: textMember(json, 'from') ?? null, to: textMember(json, 'to') ?? null };
}

function meterOf(json: Json | undefined): Meter {
  return {
    aggregate: textIn(json, 'aggregate') as Meter['aggregate'],
    window: (textMember(json, 'window') ?? 'period') as Meter['window'],
    name: textMember(json, 'name') ?? null,
  };
}

function convertOf(json: Json | undefined): Convert | null {
  if (json === undefined) return null;
  return {
    op: textIn(json, 'op') as Convert['op'],
    factor: amountOrZero(json, 'factor'),
    round: (textMember(json, 'round') ?? 'none') as Convert['round'],
  };
}

function prorationOf(json: Json): 'none' | 'days' {
  return textMember(json, 'proration') === 'days' ? 'days' : 'none';
}
