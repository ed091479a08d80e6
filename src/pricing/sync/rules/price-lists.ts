import { createHash } from 'node:crypto';
import { readAsset } from '../../../lib/assets.ts';
import { byCodePoint } from '../../../lib/order.ts';
import type { ServiceRules } from './list-rule.ts';
import { MACHINE_SERVICES, machineKeys, type Machines } from './machines.ts';
import { RuleSet } from './rule-set.ts';

/** `catalog/lists.json`: compiled from `catalog/lists/<provider>/*.yaml`. */
export interface ListsFile {
  readonly version: 1;
  /** Sorted by provider and service. */
  readonly lists: readonly ServiceRules[];
  /** Google's machine types. */
  readonly machines?: Machines;
}

/** How the rows of one provider's lists become keys of the book. */
export interface ListRules {
  /** Changes with the rules: a list that was read by other rules is read again. */
  readonly digest: string;
  /** Shards that the rules fill, sorted. */
  readonly services: readonly string[];
  /** Offers that hold prices of a shard, sorted: it is complete when all of them were read. */
  offersOf(service: string): readonly string[];
  /** Globs of the keys that the rules may give of a shard: `instance|*|linux`. */
  keysOf(service: string): readonly string[];
  /** What machine types are made of, for a provider whose list has parts only. */
  readonly machines?: Machines;
  /** The rules for the rows of one offer; of one shard only, if it is given. */
  ruleSet(offer: string, service?: string): RuleSet;
}

/** The rules of one provider that ship with the product. */
export function openListRules(provider: string): ListRules {
  const file = JSON.parse(readAsset('catalog/lists.json').toString('utf8')) as ListsFile;
  const lists = file.lists.filter((list) => list.provider === provider);
  return listRules(lists, provider === 'google' ? file.machines : undefined);
}

/** The rules of one provider. */
export function listRules(lists: readonly ServiceRules[], machines?: Machines): ListRules {
  const composed = machines === undefined ? [] : MACHINE_SERVICES;
  return {
    digest: createHash('sha256')
      .update(JSON.stringify([lists, machines ?? null]))
      .digest('hex'),
    services: [...new Set([...lists.map(({ service }) => service), ...composed])].sort(byCodePoint),
    ...(machines === undefined ? {} : { machines }),
    offersOf: (service) => {
      const offers = lists.filter((list) => list.service === service).flatMap((list) => list.offers);
      const parts = machines !== undefined && composed.includes(service) ? [machines.offer] : [];
      return [...new Set([...offers, ...parts])].sort(byCodePoint);
    },
    keysOf: (service) => {
      const keys = lists.filter((list) => list.service === service).flatMap(({ rows }) => rows);
      const globs = keys.map(({ key }) => key.replace(/\{\w+\}/g, '*'));
      return [...new Set([...globs, ...(machines === undefined ? [] : machineKeys(machines, service))])];
    },
    ruleSet: (offer, service) =>
      new RuleSet(
        lists.filter((list) => list.offers.includes(offer) && (service ?? list.service) === list.service),
      ),
  };
}
