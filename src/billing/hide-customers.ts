import { publishedSchema } from '../config/schemas.ts';
import type { JsonSchema } from '../config/yaml/json-schema.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentNode, MappingEntry } from '../model/node.ts';
import { withTexts } from './diagnostics.ts';
import type { BillingDocument } from './document.ts';
import type { BothSides } from './load-both.ts';
import type { BillingFiles } from './load.ts';

/** Where files name customers: the list, and the key of each of its items. */
const NAMED: Readonly<Record<string, readonly [list: string, key: string]>> = {
  BindingSet: ['bindings', 'id'],
  Correction: ['lines', 'binding'],
};
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;
const NUMBER = /\bthe number [\d.+-]*\d/gu;

type NameOf = (customer: string) => string;

/** Both sides as they may be shown: with `nameOf` in the place of customers' ids, and diagnostics that quote none. */
export function withHiddenCustomers(sides: BothSides, nameOf: NameOf): BothSides {
  const known = new Map<BillingDocument['root'], BillingDocument['root']>();
  const hide = (files: BillingFiles): BillingFiles => ({
    ...files,
    documents: files.documents.map((document) => {
      // What is one node on both sides stays one: it is not compared then.
      const root = known.get(document.root) ?? hiddenRoot(document, nameOf);
      known.set(document.root, root);
      return { ...document, root };
    }),
    diagnostics: withoutQuotes(files.diagnostics, files.customerFiles),
  });
  return { base: hide(sides.base), head: hide(sides.head) };
}

/** Paths of the files of either side that name customers, or may do so. */
export function customerFiles({ base, head }: BothSides): ReadonlySet<string> {
  return new Set([...base.customerFiles, ...head.customerFiles]);
}

/**
 * The same diagnostics, without what those of the given files quote of them, but for keys that the format knows: an id may stand where
 * anything else is expected.
 */
export function withoutQuotes(
  diagnostics: readonly Diagnostic[],
  ofFiles: ReadonlySet<string>,
): readonly Diagnostic[] {
  const words = formatWords();
  const hidden = (text: string) =>
    text
      .replace(QUOTED, (quote) => (isPath(quote.slice(1, -1), words) ? quote : '"…"'))
      .replace(NUMBER, 'a number');
  return diagnostics.map((found) =>
    ofFiles.has(found.source?.file ?? '') ? withTexts(found, hidden) : found,
  );
}

function hiddenRoot({ kind, root }: BillingDocument, nameOf: NameOf): DocumentNode {
  const named = NAMED[kind];
  if (named === undefined) return root;
  const [list, key] = named;
  return withEntry(root, list, (items) =>
    items.kind === 'sequence'
      ? { ...items, items: items.items.map((item) => withEntry(item, key, (id) => hiddenId(id, nameOf))) }
      : items,
  );
}

function withEntry(
  node: DocumentNode,
  key: string,
  change: (value: DocumentNode) => DocumentNode,
): DocumentNode {
  if (node.kind !== 'mapping') return node;
  const entries = node.entries.map((entry): MappingEntry =>
    entry.key === key ? { ...entry, value: change(entry.value) } : entry,
  );
  return { ...node, entries };
}

/** A type that stands before the id stays. */
function hiddenId(node: DocumentNode, nameOf: NameOf): DocumentNode {
  if (node.kind !== 'scalar') return node;
  const [first = '', second] = node.text.split(' ', 2);
  const text = second === undefined ? nameOf(first) : `${first} ${nameOf(second)}`;
  return { ...node, text, value: text };
}

/** Whether a text is a path of keys of the format, such as `bindings[4].id`. */
function isPath(text: string, words: ReadonlySet<string>): boolean {
  return text.split('.').every((part) => words.has(part.replace(/\[\d+\]$/u, '')));
}

/** All keys of billing files. */
function formatWords(): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (schema: JsonSchema): void => {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      words.add(key);
      visit(property);
    }
    if (schema.items !== undefined) visit(schema.items);
  };
  Object.values(publishedSchema('billing-profile').$defs ?? {}).forEach(visit);
  return words;
}
