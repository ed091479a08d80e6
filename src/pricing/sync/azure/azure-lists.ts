import { ZERO } from '../../../lib/decimal.ts';
import type {
  ListClient,
  Listing,
  PriceList,
  PriceListSource,
  RateSink,
  RowProblem,
  Wanted,
} from '../port.ts';
import { type PricedRow, giveRow } from '../rules/give-row.ts';
import type { ListRules } from '../rules/price-lists.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { absentItems, currentItems } from './current.ts';
import { ITEM_FIELDS, type Item, readItem } from './item.ts';
import { machineOf } from './machine.ts';
import { offersOf } from './offers.ts';
import { azureItems } from './pages.ts';
import { WORLDWIDE, regionOf } from './region.ts';

/** All fields that rules may read: those of the API, the size and system of a machine, and the years of a commitment. */
export const AZURE_FIELDS: readonly string[] = [...ITEM_FIELDS, 'size', 'os', 'term'];

/** Region of the list that holds what no region has. */
const GLOBAL = 'global';

/**
 * Azure's Retail Prices API, which needs no key: one question a service and region, and one a service for prices that no region
 * has. The API gives no version, so that every list is always read.
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
export function azureLists(client: ListClient, rules: ListRules): PriceListSource {
  return {
    provider: 'azure',
    lists: (wanted) => Promise.resolve(listing(rules, wanted)),
    read: async (list, wanted, sink) => {
      const items: Item[] = [];
      for await (const json of azureItems(client, question(list))) {
        sink.row();
        items.push(readItem(json));
      }
      const set = rules.ruleSet(list.offer);
      for (const item of currentItems(items, wanted.today)) take(item, problemOf(item, list), set, sink);
      for (const item of absentItems(items, wanted.today)) {
        take(item, elsewhere(item, list) ?? absent(item), set, sink);
      }
    },
  };
}

function listing(rules: ListRules, { regions, services }: Wanted): Listing {
  const offers = [...new Set(services.flatMap((service) => rules.offersOf(service)))];
  const isRegion = (region: string): boolean => /^[a-z0-9]+$/.test(region) && region !== GLOBAL;
  const places = [...regions.filter(isRegion), GLOBAL];
  return {
    lists: offers.flatMap((offer) =>
      places.map((region): PriceList => ({ provider: 'azure', offer, region, version: null })),
    ),
    skipped: [],
  };
}

/** The address of a list. Texts of the filter are compared with their case; an apostrophe is doubled (OData). */
function question({ offer, region }: PriceList): string {
  const equals = (field: string, text: string): string => `${field} eq '${text.replaceAll("'", "''")}'`;
  const places = (region === GLOBAL ? WORLDWIDE : [region]).map((name) => equals('armRegionName', name));
  const query = new URLSearchParams({
    'api-version': '2023-01-01-preview',
    currencyCode: 'USD',
    $filter: `${equals('serviceName', offer)} and (${places.join(' or ')})`,
  });
  return `/api/retail/prices?${query.toString()}`;
}

/** An item of a tier that is not in force: the price of today is whole without a further one. */
function absent({ from }: Item): RowProblem {
  return { problem: 'the tier is not of the price in force', loses: from.eq(ZERO) ? 'base' : 'nothing' };
}

/** Gives on each way to buy what an item is for: its prices, or the problem that they have. */
function take(item: Item, problem: RowProblem | undefined, rules: RuleSet, sink: RateSink): void {
  const { texts, currency, from } = item;
  const machine = machineOf(item);
  for (const { option, term, price } of offersOf(item)) {
    const row: PricedRow = {
      fields: { ...texts, ...machine, ...(term === undefined ? {} : { term }) },
      ...(option === undefined ? {} : { option }),
      region: regionOf(item) ?? '',
      unit: texts.unitOfMeasure,
      from,
      price: problem ?? price,
      currency,
      sku: texts.skuId,
    };
    giveRow(rules, row, sink);
  }
}

/** Why an item has no price in the book, whichever way it is bought. A machine that costs 0 has no price yet. */
function problemOf(item: Item, list: PriceList): RowProblem | undefined {
  const isUnpriced = machineOf(item) !== undefined && item.price.eq(ZERO);
  const unpriced: RowProblem = { problem: 'the price of a machine is 0', loses: 'nothing' };
  return elsewhere(item, list) ?? (isUnpriced ? unpriced : undefined);
}

/** An item of another place than the list was asked for: of another region, or of none with a name that is not known. */
function elsewhere(item: Item, list: PriceList): RowProblem | undefined {
  const { armRegionName, location } = item.texts;
  const region = regionOf(item);
  const isNamed = region !== undefined && (region === GLOBAL || region.startsWith('zone:'));
  if (list.region === GLOBAL ? isNamed : region === list.region) return undefined;
  return { problem: `the place is "${armRegionName || location}"`, loses: 'nothing' };
}
