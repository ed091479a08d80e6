import { entriesOf, entryOf, itemsOf, nodeAt } from '../../config/yaml/access.ts';
import type { DocumentNode, MappingEntry } from '../../model/node.ts';
import { itemKey } from '../item-key.ts';

type Mapping = Extract<DocumentNode, { kind: 'mapping' }>;

/** Lists that a profile takes over from what it extends; its own items take the place of those with the same key, or are added. */
const LISTS = ['skus', 'discounts', 'commitments', 'allocation', 'revenueShare'];
/** Single values that it takes over unless it has its own. */
const VALUES = ['tax', 'fx'];
/** References and their values: what they lead to is worked in. */
const REFERENCES = new Set(['extends', 'params', 'rateCard', 'taxes']);

/** What a profile refers to, as documents. */
export interface Referred {
  /** The resolved profile that it extends, with its parameters set. */
  readonly base: DocumentNode | undefined;
  readonly rateCard: DocumentNode | undefined;
  readonly taxes: DocumentNode | undefined;
}

/** Only what a profile takes over from the one that it extends. */
export function inheritable(root: DocumentNode): Mapping {
  const entries = entriesOf(root).filter(({ key }) => LISTS.includes(key) || VALUES.includes(key));
  return { kind: 'mapping', entries, span: root.span };
}

/**
 * A profile with all that it refers to worked in. A rate card takes the place of all SKUs of the base; all other lists are
 * merged by the keys of their items. Tax rows stand under `tax`. Every node keeps its place.
 */
export function merged(root: DocumentNode, { base, rateCard, taxes }: Referred): DocumentNode {
  const own = entriesOf(root).filter(
    ({ key }) => !REFERENCES.has(key) && !LISTS.includes(key) && !VALUES.includes(key),
  );
  const tax = taxes === undefined ? undefined : { value: taxPart(taxes), span: spanOf(root, 'taxes') };
  const lists = LISTS.flatMap((name) => {
    const inherited = name === 'skus' && rateCard !== undefined ? rateCard : base;
    return mergedList(name, entryOf(inherited, name), entryOf(root, name)) ?? [];
  });
  const values = [
    tax === undefined ? entryOf(base, 'tax') : { key: 'tax', keySpan: tax.span, value: tax.value },
    entryOf(root, 'fx') ?? entryOf(base, 'fx'),
  ].filter((entry) => entry !== undefined);
  return { kind: 'mapping', entries: [...own, ...lists, ...values], span: root.span };
}

function mergedList(
  name: string,
  inherited: MappingEntry | undefined,
  own: MappingEntry | undefined,
): MappingEntry | undefined {
  if (inherited === undefined || own === undefined) return own ?? inherited;
  const items = new Map(
    [inherited, own].flatMap(({ value }) => itemsOf(value)).map((item) => [itemKey(name, item), item]),
  );
  return { ...own, value: { kind: 'sequence', items: [...items.values()], span: own.value.span } };
}

function taxPart(table: DocumentNode): DocumentNode {
  const entries = ['id', 'version', 'rows'].flatMap((key) => entryOf(table, key) ?? []);
  return { kind: 'mapping', entries, span: table.span };
}

function spanOf(root: DocumentNode, key: string) {
  return (nodeAt(root, key) ?? root).span;
}
