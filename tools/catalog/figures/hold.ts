import { expect } from 'vitest';
import { openCatalog } from '../../../src/estimate/catalog/catalog.ts';
import { estimateResource } from '../../../src/estimate/estimate.ts';
import { decimal, sum } from '../../../src/lib/decimal.ts';
import { openBook } from '../../../src/pricing/book.ts';
import type { Fact } from '../../prices/fact.ts';
import { exampleResource } from '../example.ts';
import { plainUsage } from '../plain-usage.ts';
import type { Configuration } from './term.ts';

/**
 * Holds what a configuration costs in a region by the shipped catalog and book against what its terms cost by these facts alone:
 * neither the book nor its tiers take part.
 */
export function heldAgainst(
  facts: readonly Fact[],
): (configuration: Omit<Configuration, 'title'>, region: string) => void {
  const [book, catalog] = [openBook(), openCatalog()];
  const prices = new Map(
    facts.map((fact) => [
      `${fact.service} ${fact.region} ${fact.key} ${decimal(fact.from).toFixed()}`,
      fact.price,
    ]),
  );
  return ({ type, attributes, usage = {}, others = {}, terms, unknown = 0 }, region) => {
    const followed = Object.entries(others).map(([address, plain]) =>
      exampleResource(address, plain, region),
    );
    const { lines } = estimateResource(exampleResource(`${type}.x`, attributes, region), {
      book,
      catalog,
      usage: plainUsage(usage),
      lookup: (address) => followed.find((other) => other.address === address),
    });
    const expected = terms.map(({ service, key, from = '0', quantity, region: own }) => {
      const name = `${service} ${own ?? region} ${key} ${from}`;
      const price = prices.get(name);
      if (price === undefined) throw new Error(`no fact: ${name}`);
      return decimal(price).times(decimal(quantity));
    });
    const known = lines.flatMap(({ monthly }) => (monthly === null ? [] : [monthly.likely]));
    expect(sum(known).toFixed()).toBe(sum(expected).toFixed());
    expect(lines.filter(({ evidence }) => evidence === 'D')).toHaveLength(unknown);
  };
}
