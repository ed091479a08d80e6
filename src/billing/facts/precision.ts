import { entriesOf, itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { minorDigits } from '../../lib/currency.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { placeOf, subjectOf, type Subject } from './subject.ts';

/** An amount with more digits after the point than its currency has. */
export interface FineAmount extends Subject {
  /** As it is written. */
  readonly text: string;
  readonly decimals: number;
  readonly currency: string;
  /** Digits of the currency's minor unit (ISO 4217). */
  readonly minorDigits: number;
  readonly source: SourceRange;
}

const MONEY = /^(?:amount|unit|price|flat|fixed|min|max|minAmount|maxAmount|cap|variable|amortised)$/;
/** With the digits that count: zeros at the end are notation. */
const DECIMAL = /^-?\d+\.(\d*[1-9])0*$/;

/** The amounts of a profile or rate card that are finer than the minor unit of its currency. */
export function fineAmounts(document: BillingDocument): readonly FineAmount[] {
  const currency = textOf(nodeAt(document.root, 'currency'));
  const digits = currency === undefined ? undefined : minorDigits(currency);
  if (currency === undefined || digits === undefined) return [];
  const lists = ['skus', 'discounts', 'commitments'].flatMap((name) => itemsOf(nodeAt(document.root, name)));
  return lists.flatMap(amountsIn).flatMap((node) => {
    const text = textOf(node) ?? '';
    const decimals = DECIMAL.exec(text)?.[1]?.length ?? 0;
    if (decimals <= digits) return [];
    return [{ ...subjectOf(document), text, decimals, currency, minorDigits: digits, source: placeOf(node) }];
  });
}

/** The scalars behind keys that hold money, anywhere in an item. */
function amountsIn(node: DocumentNode): readonly DocumentNode[] {
  if (node.kind === 'sequence') return itemsOf(node).flatMap(amountsIn);
  return entriesOf(node).flatMap(({ key, value }) => {
    if (value.kind === 'scalar') return MONEY.test(key) ? [value] : [];
    return amountsIn(value);
  });
}
