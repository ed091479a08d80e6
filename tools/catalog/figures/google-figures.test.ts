import { expect, it } from 'vitest';
import { decimal, sum } from '../../../src/lib/decimal.ts';
import type { CostLine } from '../../../src/model/cost.ts';
import { openBook } from '../../../src/pricing/book.ts';
import { openCatalog } from '../../../src/estimate/catalog/catalog.ts';
import { estimateResource } from '../../../src/estimate/estimate.ts';
import { googleFacts } from '../../prices/google/facts.ts';
import { exampleResource } from '../example.ts';
import { plainUsage } from '../plain-usage.ts';
import { googleMachines } from './google-machines.ts';
import { googlePlatform } from './google-platform.ts';
import type { Term } from './term.ts';

const book = openBook();
const catalog = openCatalog();
const prices = new Map(
  googleFacts(new URL('../../prices/facts/', import.meta.url)).map((fact) => [
    `${fact.service} ${fact.region} ${fact.key} ${decimal(fact.from).toFixed()}`,
    fact.price,
  ]),
);

/** What a term costs by the fact files alone: neither the book nor its tiers take part. */
function priceOf({ service, key, from = '0', quantity, region: own }: Term, region: string) {
  const name = `${service} ${own ?? region} ${key} ${from}`;
  const price = prices.get(name);
  if (price === undefined) throw new Error(`no fact: ${name}`);
  return decimal(price).times(decimal(quantity));
}

function known(line: CostLine) {
  return line.monthly === null ? [] : [line.monthly.likely];
}

it.each([...googleMachines, ...googlePlatform])(
  '$type costs what its parts cost: $title',
  (configuration) => {
    const { type, region, attributes, usage = {}, others = {}, terms, unknown = 0 } = configuration;
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
  },
);
