import { type Decimal, decimal } from '../../../lib/decimal.ts';
import { type Json, listMember, member, textMember } from '../../../lib/json.ts';
import { ListProblem } from '../port.ts';

/** Texts of an item that rules may read, by the names of the API. */
export const ITEM_FIELDS = [
  'armRegionName',
  'armSkuName',
  'location',
  'meterId',
  'meterName',
  'productId',
  'productName',
  'serviceFamily',
  'serviceId',
  'serviceName',
  'skuId',
  'skuName',
  'unitOfMeasure',
] as const;

/** What one hour, operation or GB costs under a commitment of some years. */
export interface PlanPrice {
  readonly term: string;
  readonly price: Decimal;
}

/** One item of the Retail Prices API. */
export interface Item {
  readonly texts: Readonly<Record<(typeof ITEM_FIELDS)[number], string>>;
  /** `Consumption`, `DevTestConsumption`, `Reservation`. */
  readonly type: string;
  readonly currency: string;
  readonly price: Decimal;
  /** Lower bound of the tier, in units of `unitOfMeasure`. */
  readonly from: Decimal;
  /** First day of the price and the day that ends it, `YYYY-MM-DD`. */
  readonly starts: string;
  readonly ends: string | undefined;
  readonly isPrimary: boolean;
  /** `1 Year`, `3 Years`; of reservations alone. */
  readonly term: string | undefined;
  readonly plans: readonly PlanPrice[];
}

/**
 * An item of an answer. Throws ListProblem when a field that prices rest on is missing or of another kind.
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
export function readItem(json: Json): Item {
  const texts = Object.fromEntries(ITEM_FIELDS.map((field) => [field, textMember(json, field) ?? '']));
  return {
    texts: {
      ...(texts as Item['texts']),
      serviceName: text(json, 'serviceName'),
      productName: text(json, 'productName'),
      skuName: text(json, 'skuName'),
      meterName: text(json, 'meterName'),
      unitOfMeasure: text(json, 'unitOfMeasure'),
    },
    type: text(json, 'type'),
    currency: text(json, 'currencyCode'),
    price: figure(json, 'retailPrice'),
    from: figure(json, 'tierMinimumUnits'),
    starts: day(text(json, 'effectiveStartDate')),
    ends: optionalDay(textMember(json, 'effectiveEndDate')),
    isPrimary: member(json, 'isPrimaryMeterRegion') !== false,
    term: textMember(json, 'reservationTerm'),
    plans: listMember(json, 'savingsPlan').map((plan) => ({
      term: text(plan, 'term'),
      price: figure(plan, 'retailPrice'),
    })),
  };
}

function text(json: Json, field: string): string {
  const found = textMember(json, field);
  if (found === undefined) throw changed(field);
  return found;
}

/** A figure as JSON writes it, which may be of any size: what is too large or too small is told of the key that it is for. */
function figure(json: Json, field: string): Decimal {
  const found = member(json, field);
  if (typeof found !== 'number' || !Number.isFinite(found) || found < 0) throw changed(field);
  return decimal(String(found));
}

function day(instant: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(instant)) throw changed('effectiveStartDate');
  return instant.slice(0, 10);
}

function optionalDay(instant: string | undefined): string | undefined {
  return instant === undefined ? undefined : day(instant);
}

function changed(field: string): ListProblem {
  return new ListProblem(`The form of the list has changed: "${field}" is missing or is not what it was.`);
}
