import { decimal, type Decimal } from '../../lib/decimal.ts';
import { UserError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Catalog } from '../../estimate/catalog/catalog.ts';
import { exactly } from '../../model/range.ts';
import type { WhatIf } from '../../model/estimate.ts';
import type { Resource } from '../../model/resource.ts';
import { typeOf } from '../../estimate/usage/address.ts';
import type { Usage } from '../../estimate/usage/usage.ts';
import { someOf, triedNothing } from './tried-nothing.ts';

type Tried = Omit<WhatIf, 'resources'>;

/**
 * `KEY=FIGURE`, `TYPE.KEY=FIGURE` or `ADDRESS:KEY=FIGURE`; of keys with dots the last form is the clearest. Throws a UserError for
 * any other text, and for a key that no type of the catalog reads, or not the type that is named.
 */
export function readWhatIf(argument: string, catalog: Catalog): Tried {
  const equals = argument.lastIndexOf('=');
  const [left, figure] = [argument.slice(0, Math.max(equals, 0)), argument.slice(equals + 1)];
  const refusal = equals <= 0 ? FORMS : refusedFigure(figure);
  if (refusal !== undefined) {
    throw new UserError(`"${argument.slice(0, 200)}" is no usage to try.`, { hint: refusal });
  }
  const { target, key } = targetOf(left, catalog);
  const type = target === null ? null : (typeOf(target) ?? target);
  const ofType = type === null ? undefined : catalog.usageKeys(type);
  const known = new Set(ofType ?? catalog.types.priced.flatMap((type) => catalog.usageKeys(type) ?? []));
  if (!known.has(key)) {
    const who = ofType === undefined ? 'No resource type has' : `${type ?? ''} does not read`;
    const near = nearest(key, known);
    throw new UserError(`${who} the usage key "${key.slice(0, 100)}".`, {
      hint: near === undefined ? readKeys(type, ofType) : `Did you mean ${near}?`,
    });
  }
  return { target, key, value: decimal(figure) };
}

const FORMS = 'Write KEY=FIGURE, TYPE.KEY=FIGURE or ADDRESS:KEY=FIGURE, such as monthly_requests=5000000.';

/** Why a figure is none; undefined when it is one. */
function refusedFigure(figure: string): string | undefined {
  if (/^\d{1,18}(\.\d{1,18})?$/.test(figure)) return undefined;
  if (/^-\d/.test(figure)) return 'Usage cannot be less than 0.';
  if (/^\d[\d.]*e[+-]?\d+$/i.test(figure)) {
    return `Write the figure with all its digits instead of ${figure.slice(0, 40)}: 1000000 for a million.`;
  }
  if (/^\d+(\.\d+)?$/.test(figure)) return 'A figure has at most 18 digits before and 18 after the point.';
  return FORMS;
}

function readKeys(type: string | null, keys: readonly string[] | undefined): string {
  if (type === null || keys === undefined) return 'See docs/usage.md for the keys of each type.';
  return keys.length === 0 ? `${type} has no usage keys.` : `It reads ${someOf(keys)}.`;
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

/** What is tried out, with the number of resources that it is about. Throws a UserError for what is about none of them. */
export function countWhatIf(
  tried: readonly Tried[],
  resources: readonly Resource[],
  catalog: Catalog,
): WhatIf[] {
  const reads = ({ type }: Resource, key: string): boolean => catalog.usageKeys(type)?.includes(key) === true;
  return tried.map((one) => {
    const about = resources.filter(
      (resource) => concerns(one, resource.address, resource.type) && reads(resource, one.key),
    );
    if (about.length === 0) throw triedNothing(one, resources, catalog);
    return { ...one, resources: about.length };
  });
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
