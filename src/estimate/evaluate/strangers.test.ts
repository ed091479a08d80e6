import { describe, expect, it } from 'vitest';
import { testBook } from '../../../test/support/price-book.ts';
import { openCatalog } from '../catalog/catalog.ts';
import type { CatalogEntry } from '../catalog/entry.ts';
import { estimateResource } from '../estimate.ts';
import { resourceOf } from '../test-support/resource.ts';
import { NO_USAGE } from '../usage/usage.ts';

const book = testBook([
  {
    service: 'x',
    regions: ['us-east-1'],
    prices: { small: ['hour', '1'], large: ['hour', '2'], other: ['hour', '3'] },
  },
]);

/** The lines of a resource by id: what each costs an hour, or why that is not known. */
function lines(
  entry: Partial<CatalogEntry>,
  attributes: Readonly<Record<string, string | boolean>>,
): Readonly<Record<string, string | undefined>> {
  const whole: CatalogEntry = {
    ...{ type: 'aws_x', provider: 'aws', service: 'x', docs: '', components: [] },
    ...entry,
  };
  const catalog = { ...openCatalog(), entry: () => whole };
  const cost = estimateResource(resourceOf('aws_x.a', attributes), {
    ...{ book, catalog, usage: NO_USAGE, lookup: () => undefined },
  });
  return Object.fromEntries(
    cost.lines.map(({ id, monthly, reason }): [string, string | undefined] => [
      id ?? '',
      monthly?.likely.toFixed() ?? reason,
    ]),
  );
}

const component = { name: 'Hours', unit: 'hour', quantity: 1 };
const bySize: Partial<CatalogEntry> = {
  read: { size: { from: 'spec.size', default: 'free', known: ['tiny'] } },
  components: [
    { ...component, id: 'hours', when: { size: 'small' }, price: 'small' },
    { ...component, id: 'more', when: { size: ['large'] }, price: 'large' },
  ],
};

describe('a text that no condition names', () => {
  const size = (text: string) =>
    lines({ ...bySize, read: { size: { from: 'size', known: ['tiny'] } } }, { size: text });

  it('is not known to cost nothing, and says which argument', () => {
    expect(size('huge')).toEqual({ strange_size: 'size "huge" is not one that the catalog prices' });
    expect(size('Small')).toEqual({ strange_size: 'size "Small" is not one that the catalog prices' });
  });

  it.each(['small', 'large', 'tiny', ''])('"%s" is not one', (text) => {
    expect(size(text)).not.toHaveProperty('strange_size');
  });

  it('is spoken for by a component that applies to all others, or that asks a price by it', () => {
    const read = { size: { from: 'size' } };
    const others = { ...component, id: 'others', unless: { size: 'small' }, price: 'other' };
    const asked = { ...component, id: 'asked', price: '{size}' };
    const first = { ...component, id: 'hours', when: { size: 'small' }, price: 'small' };
    expect(lines({ read, components: [first, others] }, { size: 'huge' })).toEqual({ others: '3' });
    expect(Object.keys(lines({ read, components: [first, asked] }, { size: 'huge' }))).toEqual(['asked']);
    // It applies to others, but not here.
    const never = { ...others, when: { on: 'yes' } };
    expect(
      lines({ read: { ...read, on: { from: 'on' } }, components: [first, never] }, { size: 'huge' }),
    ).toHaveProperty('strange_size');
  });
});

describe('true and false', () => {
  const on = (value: string | boolean) =>
    lines(
      {
        read: { on: { from: 'on', default: 'false' } },
        components: [{ ...component, id: 'hours', when: { on: true }, price: 'small' }],
      },
      { on: value },
    );

  it.each([true, 'true', '1'])('%s is true', (value) => {
    expect(on(value)).toEqual({ hours: '1' });
  });

  it.each([false, 'false', '0', ''])('%s is false', (value) => {
    expect(on(value)).toEqual({});
  });

  it('anything else is neither', () => {
    expect(on('yes')).toEqual({ strange_on: 'on "yes" is not one that the catalog prices' });
  });
});
