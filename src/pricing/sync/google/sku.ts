import { type Decimal, ZERO, decimal } from '../../../lib/decimal.ts';
import { type Json, listMember, member, textMember } from '../../../lib/json.ts';
import { ListProblem } from '../port.ts';
import { nameOf } from './name.ts';

/** All fields that rules may read: those of the catalog, the description without its place, and the years of a commitment. */
export const GOOGLE_FIELDS: readonly string[] = [
  'name',
  'description',
  'skuId',
  'resourceFamily',
  'resourceGroup',
  'term',
];

/** What a SKU costs from some quantity on. */
export interface Tier {
  readonly from: Decimal;
  readonly price: Decimal;
}

/** One SKU of the Cloud Billing Catalog. */
export interface Sku {
  /** Fields that rules may read: those of the catalog and `name`, the description without its place. */
  readonly fields: {
    readonly name: string;
    readonly description: string;
    readonly skuId: string;
    readonly resourceFamily: string;
    readonly resourceGroup: string;
  };
  /** `OnDemand`, `Preemptible`, `Commit1Yr`, `Commit3Yr`. */
  readonly usageType: string;
  /** All regions that the price holds in; multi-regions and `global` too. */
  readonly regions: readonly string[];
  /** Of the newest price that is in force; undefined when there is none. */
  readonly price:
    { readonly unit: string; readonly currency: string; readonly tiers: readonly Tier[] } | undefined;
}

/**
 * A SKU of an answer, priced as on a day (`YYYY-MM-DD`). Throws ListProblem when a field that prices rest on is missing or of
 * another kind. https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list
 */
export function readSku(json: Json, today: string): Sku {
  const category = member(json, 'category');
  const description = text(json, 'description');
  return {
    fields: {
      name: nameOf(description),
      description,
      skuId: text(json, 'skuId'),
      resourceFamily: textMember(category, 'resourceFamily') ?? '',
      resourceGroup: textMember(category, 'resourceGroup') ?? '',
    },
    usageType: text(category, 'usageType'),
    regions: listMember(json, 'serviceRegions').filter((region) => typeof region === 'string'),
    price: newestPrice(listMember(json, 'pricingInfo'), today),
  };
}

function newestPrice(infos: readonly Json[], today: string): Sku['price'] {
  const inForce = infos
    .map((info) => ({ info, time: textMember(info, 'effectiveTime') ?? '' }))
    .filter(({ time }) => time.slice(0, 10) <= today)
    .sort((a, b) => (a.time < b.time ? -1 : 1));
  const newest = inForce.at(-1);
  if (newest === undefined) return undefined;
  const expression = member(newest.info, 'pricingExpression');
  const rates = listMember(expression, 'tieredRates');
  if (rates.length === 0) return undefined;
  return {
    unit: text(expression, 'usageUnit'),
    // Tiers in several currencies are in none that is asked for.
    currency: [...new Set(rates.map((rate) => text(member(rate, 'unitPrice'), 'currencyCode')))].join(
      ' and ',
    ),
    tiers: rates.map(readTier),
  };
}

/** A rate: whole units as a text and billionths as a figure, either of which is left out when it is 0. */
function readTier(rate: Json): Tier {
  const unitPrice = member(rate, 'unitPrice');
  const units = member(unitPrice, 'units') ?? '0';
  const nanos = member(unitPrice, 'nanos') ?? 0;
  const from = member(rate, 'startUsageAmount') ?? 0;
  if (unitPrice === undefined || typeof units !== 'string' || !/^\d{1,12}$/.test(units))
    throw changed('units');
  if (!isCount(nanos) || !Number.isInteger(nanos)) throw changed('nanos');
  if (!isCount(from)) throw changed('startUsageAmount');
  const billionths = nanos === 0 ? ZERO : decimal(`${nanos}e-9`);
  return { from: decimal(String(from)), price: decimal(units).plus(billionths) };
}

function isCount(value: Json): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function text(json: Json | undefined, field: string): string {
  const found = textMember(json, field);
  if (found === undefined) throw changed(field);
  return found;
}

function changed(field: string): ListProblem {
  return new ListProblem(`The form of the list has changed: "${field}" is missing or is not what it was.`);
}
