import { itemsOf, nodeAt, textMap, textOf, textsOf } from '../../config/yaml/access.ts';
import { compareInstants } from '../../lib/calendar.ts';
import type { Binding } from '../../model/billing/binding.ts';
import type { Environment } from '../../model/billing/terms.ts';
import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';

/** A binding and where it stands. */
export interface BoundCustomer {
  readonly binding: Binding;
  readonly place: SourceRange;
  /** Of the reference to the profile. */
  readonly profilePlace: SourceRange;
}

/** The bindings of all sets, in the order of files and of lines. */
export function bindingsIn(documents: readonly BillingDocument[]): BoundCustomer[] {
  return documents
    .filter(({ kind }) => kind === 'BindingSet')
    .flatMap(({ root }) => {
      const environment = textOf(nodeAt(root, 'environment')) as Environment;
      return itemsOf(nodeAt(root, 'bindings')).map((node) => bound(node, environment));
    });
}

/** Bindings by environment and customer, of any type, each list by its begin. */
export function byCustomer(
  bindings: readonly BoundCustomer[],
): ReadonlyMap<string, readonly BoundCustomer[]> {
  const groups = new Map<string, BoundCustomer[]>();
  for (const item of bindings) {
    const key = customerKey(item.binding.environment, item.binding.id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  for (const group of groups.values()) group.sort((a, b) => compareInstants(a.binding.from, b.binding.from));
  return groups;
}

export function customerKey(environment: Environment, customer: string): string {
  return `${environment} ${customer}`;
}

function bound(node: DocumentNode, environment: Environment): BoundCustomer {
  const text = (key: string) => textOf(nodeAt(node, key));
  const binding: Binding = {
    type: text('type') as Binding['type'],
    id: text('id') ?? '',
    environment,
    profile: text('profile') ?? '',
    from: text('from') ?? '',
    to: text('to') ?? null,
    tags: textMap(nodeAt(node, 'tags')),
    jurisdiction: text('jurisdiction') ?? null,
    grants: textsOf(nodeAt(node, 'grants')),
  };
  return {
    binding,
    place: rangeOf(node.span),
    profilePlace: rangeOf((nodeAt(node, 'profile') ?? node).span),
  };
}
