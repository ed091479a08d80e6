import { decimal, type Decimal } from '../../lib/decimal.ts';
import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { exactly } from '../../model/range.ts';
import type { WhatIf } from '../../model/estimate.ts';
import type { Resource } from '../../model/resource.ts';
import type { Usage } from '../../estimate/usage/usage.ts';

type Tried = Omit<WhatIf, 'resources'>;

/**
 * `KEY=FIGURE`, `TYPE.KEY=FIGURE` or `ADDRESS:KEY=FIGURE`; of keys with dots the last form is the clearest. Throws a UserError for
 * any other text, and for a key that no type of the catalog reads.
 */
export function readWhatIf(argument: string, catalog: Catalog): Tried {
  const equals = argument.lastIndexOf('=');
  const [left, figure] = [argument.slice(0, Math.max(equals, 0)), argument.slice(equals + 1)];
  if (equals <= 0 || !/^\d{1,18}(\.\d{1,18})?$/.test(figure)) {
    throw new UserError(`"${argument.slice(0, 200)}" is no usage to try.`, {
      hint: 'Write KEY=FIGURE, TYPE.KEY=FIGURE or ADDRESS:KEY=FIGURE, such as monthly_requests=5000000.',
    });
  }
  const { target, key } = targetOf(left, catalog);
  const known = new Set(catalog.types.priced.flatMap((type) => catalog.usageKeys(type) ?? []));
  if (!known.has(key)) {
    const near = nearest(key, known);
    throw new UserError(`No resource type has the usage key "${key.slice(0, 100)}".`, {
      hint: near === undefined ? 'See docs/usage.md for the keys of each type.' : `Did you mean ${near}?`,
    });
  }
  return { target, key, value: decimal(figure) };
}

function targetOf(left: string, catalog: Catalog): { target: string | null; key: string } {
  const colon = left.lastIndexOf(':');
  if (colon > 0) return { target: left.slice(0, colon), key: left.slice(colon + 1) };
  const dot = left.indexOf('.');
  const type = left.slice(0, Math.max(dot, 0));
  return catalog.entry(type) === undefined
    ? { target: null, key: left }
    : { target: type, key: left.slice(dot + 1) };
}

/** Usage with what is tried out in the place of what is recorded; the more specific target wins. */
export function withWhatIf(usage: Usage, tried: readonly Tried[]): Usage {
  if (tried.length === 0) return usage;
  const ordered = [...tried].sort((a, b) => rank(a) - rank(b));
  return {
    of(address, type) {
      const values = new Map(usage.of(address, type));
      for (const one of ordered) {
        if (concerns(one, address, type)) values.set(one.key, amount(one.value));
      }
      return values;
    },
  };
}

/** What is tried out, with the number of resources that it is about. */
export function countWhatIf(
  tried: readonly Tried[],
  resources: readonly Resource[],
  catalog: Catalog,
): WhatIf[] {
  return tried.map((one) => ({
    ...one,
    resources: resources.filter(
      ({ address, type }) =>
        concerns(one, address, type) && catalog.usageKeys(type)?.includes(one.key) === true,
    ).length,
  }));
}

function concerns({ target }: Tried, address: string, type: string): boolean {
  return target === null || target === type || target === address;
}

/** All resources, then a type, then an address. */
function rank({ target }: Tried): number {
  return target === null ? 0 : /[.[]/.test(target) ? 2 : 1;
}

function amount(value: Decimal): { readonly kind: 'amount'; readonly range: ReturnType<typeof exactly> } {
  return { kind: 'amount', range: exactly(value) };
}
