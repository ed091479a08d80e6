import { itemsOf, nodeAt, textOf } from '../../../config/yaml/access.ts';
import type { Terms } from '../../../model/billing/terms.ts';
import type { ProfileChange } from '../../../model/profile.ts';
import { identityOf, type BillingDocument } from '../../document.ts';
import { itemKey } from '../../item-key.ts';
import type { Catalogue } from '../../resolve/catalogue.ts';
import { referenceTo } from '../../resolve/resolved-profile.ts';
import { periodAt } from '../../time/periods.ts';
import { dayStart } from '../../time/zone.ts';
import { dayText } from '../../usage/aggregate/exchange.ts';
import { placeOf, subjectOf } from '../subject.ts';
import type { RecordFault } from './fault.ts';

interface Rate {
  readonly from: string;
  readonly to: string;
  readonly date: string;
}

/**
 * Rates that the change adds for days so early that periods which are billed would be converted by them: a period has the newest
 * rate that is not of a later day than its first. By the published versions at base that use the table.
 */
export function lateRates(
  base: Catalogue,
  head: Catalogue,
  changes: readonly ProfileChange[],
  now: string,
): readonly RecordFault[] {
  const changed = new Map(changes.map((change) => [`${change.kind}/${change.id}`, change]));
  return head.documents.flatMap((table) => {
    const change = changed.get(`${table.kind}/${table.id}`);
    const old = base.documents.find((other) => identityOf(other) === identityOf(table));
    if (table.kind !== 'FxTable' || change === undefined || old === undefined) return [];
    const added = new Set(change.differences.flatMap(({ kind, path }) => (kind === 'added' ? [path] : [])));
    const users = base.profiles.flatMap(({ terms }) =>
      base.versions(terms.id).flatMap((version) => (version.terms.fx === table.id ? [version.terms] : [])),
    );
    return itemsOf(nodeAt(table.root, 'rates')).flatMap((item): RecordFault[] => {
      if (!added.has(`rates[${itemKey('rates', item)}]`)) return [];
      const rate = rateOf(item);
      const terms = users.find((user) => isBilled(user, rate, old, Date.parse(now)));
      if (terms === undefined) return [];
      const message = `The rate ${rate.from} to ${rate.to} of ${rate.date} would change what was billed: it is added when a period of ${referenceTo(terms)} is over that it holds for.`;
      const hint = 'Take it out. What was billed with a wrong rate is mended by a correction.';
      return [
        { problem: 'rate-too-late', version: subjectOf(table).subject, message, hint, source: placeOf(item) },
      ];
    });
  });
}

/** Whether the first period that begins on the rate's day or later is over, its cutoff too, and has no newer rate. */
function isBilled(terms: Terms, rate: Rate, table: BillingDocument, now: number): boolean {
  if (terms.currency !== rate.to || terms.lifecycle === 'draft' || terms.test) return false;
  const { cadence, timezone, effective, cutoff } = terms;
  const [year = 0, month = 0, date = 0] = rate.date.split('-').map(Number);
  const begin = dayStart(timezone, { year, month, day: date });
  const held = effective.from === null ? begin : Math.max(begin, Date.parse(effective.from));
  const around = periodAt(cadence, timezone, held);
  const first = around.from >= begin ? around : periodAt(cadence, timezone, around.to);
  if (first.to + cutoff >= now) return false;
  const day = dayText(timezone, first.from);
  const rates = itemsOf(nodeAt(table.root, 'rates')).map(rateOf);
  return !rates.some(
    ({ from, to, date }) => from === rate.from && to === rate.to && date > rate.date && date <= day,
  );
}

function rateOf(item: Parameters<typeof nodeAt>[0]): Rate {
  const text = (key: string) => textOf(nodeAt(item, key)) ?? '';
  return { from: text('from'), to: text('to'), date: text('date') };
}
