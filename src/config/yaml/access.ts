import { decimal, type Decimal } from '../../lib/decimal.ts';
import type { DocumentNode, MappingEntry } from '../../model/node.ts';

/** The entries of a mapping; none for anything else. */
export function entriesOf(node: DocumentNode | undefined): readonly MappingEntry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

/** The items of a sequence; none for anything else. */
export function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}

/** The entry of a mapping with its key's place; undefined when it is not there or the node is no mapping. */
export function entryOf(node: DocumentNode | undefined, key: string): MappingEntry | undefined {
  return entriesOf(node).find((entry) => entry.key === key);
}

/** The node behind a path of keys; undefined as soon as one is not there. */
export function nodeAt(node: DocumentNode | undefined, ...keys: readonly string[]): DocumentNode | undefined {
  let at = node;
  for (const key of keys) at = entryOf(at, key)?.value;
  return at;
}

/** The text of a scalar as written (digits of a number are kept); undefined for null and for anything else. */
export function textOf(node: DocumentNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

/** The texts of a sequence of scalars. */
export function textsOf(node: DocumentNode | undefined): string[] {
  return itemsOf(node).flatMap((item) => textOf(item) ?? []);
}

/** The decimal at a path, with the digits as written; null when it is not there. Throws when it is no plain decimal. */
export function amountAt(node: DocumentNode | undefined, ...keys: readonly string[]): Decimal | null {
  const text = textOf(nodeAt(node, ...keys));
  return text === undefined ? null : decimal(text);
}

/** The texts of a mapping of scalars. */
export function textMap(node: DocumentNode | undefined): Record<string, string> {
  return Object.fromEntries(entriesOf(node).map(({ key, value }) => [key, textOf(value) ?? '']));
}
