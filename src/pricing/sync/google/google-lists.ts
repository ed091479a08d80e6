import { ZERO } from '../../../lib/decimal.ts';
import type { ListClient, Listing, PriceList, PriceListSource, RateSink, Wanted } from '../port.ts';
import { giveRow } from '../rules/give-row.ts';
import type { ListRules } from '../rules/price-lists.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { KEY_HELP, isKey } from './key.ts';
import { MachineComposer } from './machines.ts';
import { googleSkus } from './pages.ts';
import { type Purchase, purchaseOf } from './purchase.ts';
import { type Sku, readSku } from './sku.ts';

/**
 * Google's Cloud Billing Catalog: one list a service, for all regions. It needs an API key even for public prices; without one
 * nothing is asked. The catalog gives no version, so that every list is always read. The key stands in no message.
 * https://cloud.google.com/billing/docs/reference/rest/v1/services.skus/list
 */
export function googleLists(client: ListClient, rules: ListRules, key: string | undefined): PriceListSource {
  return {
    provider: 'google',
    lists: (wanted) => Promise.resolve(listing(rules, wanted, key)),
    read: async (list, wanted, sink) => {
      const set = rules.ruleSet(list.offer);
      const { machines } = rules;
      const composer = machines?.offer === list.offer ? new MachineComposer(machines) : undefined;
      for await (const json of googleSkus(client, serviceId(list.offer), key ?? '')) {
        sink.row();
        const sku = readSku(json, wanted.today);
        const purchase = purchaseOf(sku.usageType);
        if (purchase === undefined) continue;
        for (const region of sku.regions.filter((name) => isWanted(name, wanted))) {
          giveSku(sku, purchase, region, set, sink);
          composer?.add(sku, purchase, region);
        }
      }
      composer?.give(sink);
    },
  };
}

function listing(rules: ListRules, { services }: Wanted, key: string | undefined): Listing {
  if (key === undefined || !isKey(key)) {
    const state = (key ?? '') === '' ? 'no API key is given' : 'what is given as API key cannot be one';
    return {
      lists: [],
      skipped: [`google: ${state}, and the list needs one even for public prices. ${KEY_HELP}`],
    };
  }
  const offers = [...new Set(services.flatMap((service) => rules.offersOf(service)))];
  return {
    lists: offers.map((offer): PriceList => ({ provider: 'google', offer, region: '*', version: null })),
    skipped: [],
  };
}

/** The id that an offer begins with: `6F81-5844-456A Compute Engine`. */
function serviceId(offer: string): string {
  return offer.split(' ', 1)[0] ?? '';
}

/** A region that is asked for, or a place that is none, such as `global`, `eu` or `nam4`. */
function isWanted(region: string, { regions }: Wanted): boolean {
  return regions.includes(region) || !/^[a-z]+-[a-z]+\d+$/.test(region);
}

function giveSku(sku: Sku, { option, term }: Purchase, region: string, rules: RuleSet, sink: RateSink): void {
  const { fields, price } = sku;
  const row = {
    fields: term === undefined ? fields : { ...fields, term },
    ...(option === undefined ? {} : { option }),
    region,
    sku: fields.skuId,
  };
  if (price === undefined) {
    const price = { problem: 'the list has no price in force', loses: 'base' } as const;
    giveRow(rules, { ...row, unit: '', from: ZERO, price, currency: '' }, sink);
    return;
  }
  for (const tier of price.tiers)
    giveRow(rules, { ...row, unit: price.unit, ...tier, currency: price.currency }, sink);
}
