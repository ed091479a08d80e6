import { describe, expect, it } from 'vitest';
import { decimal, sum } from '../../../src/lib/decimal.ts';
import type { CostLine } from '../../../src/model/cost.ts';
import { openBook } from '../../../src/pricing/book.ts';
import { openCatalog } from '../../../src/estimate/catalog/catalog.ts';
import { estimateResource } from '../../../src/estimate/estimate.ts';
import { exampleResource } from '../example.ts';
import { analytics } from './analytics.ts';
import { applications } from './applications.ts';
import { databases } from './databases.ts';
import { instances } from './instances.ts';
import { machineOptions } from './machine-options.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';
import { security } from './security.ts';
import { services } from './services.ts';
import { stores } from './stores.ts';
import { streams } from './streams.ts';
import type { Term } from './term.ts';
import { plainUsage } from '../plain-usage.ts';
import { readFacts } from '../../prices/facts.ts';

const configurations = [
  ...instances,
  ...databases,
  ...network,
  ...services,
  ...applications,
  ...security,
  ...operations,
  ...analytics,
  ...machineOptions,
  ...streams,
  ...stores,
];
const regions = ['us-east-1', 'eu-central-1'];
const book = openBook();
const catalog = openCatalog();
const prices = new Map(
  readFacts(new URL('../../prices/facts/', import.meta.url))
    .filter((fact) => fact.provider === 'aws' && [...regions, 'global'].includes(fact.region))
    .map((fact) => [
      `${fact.service} ${fact.region} ${fact.key} ${decimal(fact.from).toFixed()}`,
      fact.price,
    ]),
);

/** What a term costs by the fact files alone: neither the book nor its tiers take part. */
function priceOf({ service, key, from = '0', quantity, region: own }: Term, region: string) {
  const price = prices.get(`${service} ${own ?? region} ${key} ${from}`);
  if (price === undefined) throw new Error(`no fact: ${service} ${own ?? region} ${key} from ${from}`);
  return decimal(price).times(decimal(quantity));
}

function known(line: CostLine) {
  return line.monthly === null ? [] : [line.monthly.likely];
}

describe.each(regions)('costs what its parts cost in %s', (region) => {
  it.each(configurations)('$type: $title', (configuration) => {
    const { type, attributes, usage = {}, others = {}, terms, unknown = 0 } = configuration;
    const followed = Object.entries(others).map(([address, plain]) =>
      exampleResource(address, plain, region),
    );
    const cost = estimateResource(exampleResource(`${type}.x`, attributes, region), {
      book,
      catalog,
      usage: plainUsage(usage),
      lookup: (address) => followed.find((other) => other.address === address),
    });
    const expected = sum(terms.map((term) => priceOf(term, region)));
    expect(sum(cost.lines.flatMap(known)).toFixed()).toBe(expected.toFixed());
    expect(cost.lines.filter((line) => line.evidence === 'D')).toHaveLength(unknown);
  });
});
