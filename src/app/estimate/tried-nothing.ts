import { UserError } from '../../lib/errors.ts';
import { byCodePoint } from '../../lib/order.ts';
import { typeOf } from '../../estimate/usage/address.ts';
import type { Catalog } from '../../estimate/catalog/catalog.ts';
import type { Resource } from '../../model/resource.ts';

/** Names that a hint tells; the others are counted. */
const NAMED = 5;

/** Says of usage to try that it is about no resource of the estimate, and what there is instead. */
export function triedNothing(
  { target, key }: { readonly target: string | null; readonly key: string },
  resources: readonly Resource[],
  catalog: Catalog,
): UserError {
  const readers = resources.filter(({ type }) => catalog.usageKeys(type)?.includes(key) === true);
  if (target === null) {
    return new UserError(`No resource here reads ${key}.`, { hint: whatIsRead(resources, catalog) });
  }
  const type = typeOf(target) ?? target;
  const alike = readers.filter((one) => one.type === type);
  const hint =
    alike.length > 0
      ? `There is ${someOf(alike.map(({ address }) => address))}.`
      : readers.length > 0
        ? `What is here and reads ${key}: ${someOf(readers.map((one) => one.type))}.`
        : whatIsRead(resources, catalog);
  return new UserError(`There is no ${target.slice(0, 200)} here to try ${key} out with.`, { hint });
}

function whatIsRead(resources: readonly Resource[], catalog: Catalog): string {
  const keys = resources.flatMap(({ type }) => catalog.usageKeys(type) ?? []);
  return keys.length === 0
    ? 'No resource here is priced by usage.'
    : `What is here is priced by ${someOf(keys)}.`;
}

/** The first of some names, each once, sorted: `a, b and 3 more`. */
export function someOf(names: readonly string[]): string {
  const all = [...new Set(names)].sort(byCodePoint);
  const more = all.length - NAMED;
  return all.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
