import type { PriceOption } from '../../../model/cost.ts';
import {
  type ListClient,
  ListProblem,
  type PriceList,
  type PriceListSource,
  type RateSink,
  type RowProblem,
} from '../port.ts';
import { leaveOut } from '../rules/give-row.ts';
import type { ListRules } from '../rules/price-lists.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { usageWithoutRegion } from './field-name.ts';
import { type OfferVersion, offerVersions, regionIndexPath, SERVICE_INDEX } from './indexes.ts';
import { type ReadField, readOffer } from './offer.ts';
import { rateOf } from './rate.ts';

/** What the book calls the region of prices that hold everywhere, and what AWS calls it. */
const GLOBAL = { book: 'global', aws: 'aws-other' } as const;

/** Terms of the list, and what was bought by them; rows of another term are not read. */
const OPTIONS: ReadonlyMap<string, PriceOption | undefined> = new Map([
  ['OnDemand', undefined],
  ['Reserved', 'reserved'],
]);

/** Places that are priced in the list of a region and are no part of it. */
const OTHER_PLACES = new Set([
  'AWS Local Zone',
  'AWS Dedicated Local Zone',
  'AWS Wavelength Zone',
  'AWS Outposts',
]);

/** Fields that are made here, and stand in no list. */
const COMPUTED = new Set(['usage']);

/** The AWS Price List Bulk API: no key, one file an offer and region. Savings plans stand in lists of their own and are not read. */
export function awsLists(client: ListClient, rules: ListRules): PriceListSource {
  const versions = new Map<string, OfferVersion>();
  return {
    provider: 'aws',
    async lists({ regions, services }) {
      const offers = [...new Set(services.flatMap((service) => rules.offersOf(service)))];
      const lists: PriceList[] = [];
      const skipped: string[] = [];
      const index = await client.json(SERVICE_INDEX);
      for (const offer of offers) {
        const path = regionIndexPath(index, offer);
        const found = path === undefined ? undefined : offerVersions(await client.json(path), offer);
        if (found === undefined) skipped.push(`AWS has no offer ${offer}.`);
        for (const region of new Set([...regions, GLOBAL.book])) {
          const version = found?.get(region === GLOBAL.book ? GLOBAL.aws : region);
          if (version !== undefined) {
            versions.set(`${offer} ${region}`, version);
            lists.push({ provider: 'aws', offer, region, version: version.version });
          } else if (found !== undefined && region !== GLOBAL.book) {
            skipped.push(`AWS has no list of ${offer} in ${region}.`);
          }
        }
      }
      return { lists, skipped };
    },
    async read(list, { today }, sink) {
      const version = versions.get(`${list.offer} ${list.region}`);
      if (version === undefined) throw new ListProblem('The list is not among those of the index.');
      const { chunks } = await client.open(version.path);
      const take = rateTaker(rules.ruleSet(list.offer), list.region, today, sink);
      await readOffer(chunks, neededFields(rules, list.offer), take);
    },
  };
}

/**
 * Fields that the list must have: those of the rules of services that have no other list. A service with several may find a
 * field in one of them only.
 */
function neededFields(rules: ListRules, offer: string): string[] {
  const only = rules.services.filter((service) => rules.offersOf(service).join() === offer);
  const fields = only.flatMap((service) => [...rules.ruleSet(offer, service).fields]);
  return fields.filter((field) => !COMPUTED.has(field));
}

/** Hands the rates of the records that a rule takes to the sink. */
function rateTaker(rules: RuleSet, region: string, today: string, sink: RateSink): (read: ReadField) => void {
  const fields = [...rules.fields].filter((field) => !COMPUTED.has(field));
  // One object for all records: a list has millions, and a rule keeps none.
  const row: Record<string, string> = {};
  return (read) => {
    sink.row();
    const term = read('termtype');
    if (!OPTIONS.has(term) || OTHER_PLACES.has(read('locationType'))) return;
    for (const field of fields) row[field] = read(field);
    row['usage'] = usageWithoutRegion(read('usagetype'));
    for (const match of rules.match(row, OPTIONS.get(term))) {
      const rate = outside(read, region, today) ?? rateOf(match, read, region);
      if ('problem' in rate) {
        const place = { ...match, region: match.region ?? region };
        leaveOut(rate, `${read('sku')} ${match.key}`, place, sink);
      } else sink.rate(rate);
    }
  };
}

/** Why a rate is not one of the region today. */
function outside(read: ReadField, region: string, today: string): RowProblem | undefined {
  const code = read('regionCode');
  const isElsewhere = code !== '' && region !== GLOBAL.book && code !== region;
  if (isElsewhere) return { problem: `the price is one of ${code}`, loses: 'nothing' };
  const isLater = read('effectivedate').slice(0, 10) > today;
  // What begins later with a further tier leaves today's price whole.
  const loses = read('startingrange') === '0' ? 'base' : 'nothing';
  return isLater ? { problem: 'the price is not in force yet', loses } : undefined;
}
