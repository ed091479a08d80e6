import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { ProfileChange } from '../../model/profile.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { itemKey } from '../item-key.ts';
import { daysSince } from './days.ts';
import { placeOf, subjectOf, type Subject } from './subject.ts';
import { writtenReferences } from './written-references.ts';

/** An exchange rate that the change writes. */
export interface WrittenRate extends Subject {
  /** Such as `EUR to USD`. */
  readonly pair: string;
  readonly date: string;
  readonly signed: boolean;
  readonly source: SourceRange;
}

/** How old the newest rate of a pair is in a table that the change touches, or that a touched profile uses. */
export interface RateAge extends Subject {
  readonly pair: string;
  /** Of the newest rate. */
  readonly date: string;
  readonly ageDays: number;
  readonly source: SourceRange;
}

/** The rates that the change adds or edits. */
export function writtenRates(
  document: BillingDocument,
  change: ProfileChange | undefined,
): readonly WrittenRate[] {
  if (document.kind !== 'FxTable' || change === undefined) return [];
  const paths = change.differences.map(({ path }) => path);
  const isNew = (item: DocumentNode) => {
    const path = `rates[${itemKey('rates', item)}]`;
    return (
      change.action === 'create' || paths.some((other) => other === path || other.startsWith(`${path}.`))
    );
  };
  return itemsOf(nodeAt(document.root, 'rates'))
    .filter(isNew)
    .map((rate) => ({
      ...subjectOf(document),
      ...pairAndDate(rate),
      signed: textOf(nodeAt(rate, 'signedBy')) !== undefined,
      source: placeOf(rate),
    }));
}

/** The age of the newest rate of each pair of a table, by pair. */
export function rateAges(table: BillingDocument, now: string): readonly RateAge[] {
  const newest = new Map<string, { readonly date: string; readonly rate: DocumentNode }>();
  for (const rate of itemsOf(nodeAt(table.root, 'rates'))) {
    const { pair, date } = pairAndDate(rate);
    const known = newest.get(pair);
    if (known === undefined || known.date < date) newest.set(pair, { date, rate });
  }
  return [...newest]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([pair, { date, rate }]) => {
      return { ...subjectOf(table), pair, date, ageDays: daysSince(date, now), source: placeOf(rate) };
    });
}

/** The tables of exchange rates that touched files are, or that profiles refer to by what the change writes. */
export function usedTables(
  head: readonly BillingDocument[],
  changes: readonly ProfileChange[],
  touched: readonly BillingDocument[],
): readonly BillingDocument[] {
  const ids = new Set(writtenReferences('fx', head, changes));
  return head.filter((table) => table.kind === 'FxTable' && (ids.has(table.id) || touched.includes(table)));
}

function pairAndDate(rate: DocumentNode): { readonly pair: string; readonly date: string } {
  const text = (key: string) => textOf(nodeAt(rate, key)) ?? '';
  return { pair: `${text('from')} to ${text('to')}`, date: text('date') };
}
