import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { firstDiagnostics } from '../../config/yaml/first.ts';
import type { Terms } from '../../model/billing/terms.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import type { Catalogue } from '../resolve/catalogue.ts';
import { slipText, type Slip, SlipFinder } from './slip.ts';

interface Dated {
  /** The same on both sides of a change, wherever it stands. */
  readonly key: string;
  readonly what: string;
  readonly instant: string;
  readonly terms: Terms;
  readonly place: SourceRange;
}

/**
 * A warning for each begin of a version or a binding that misses the begin of a billing period by the offset of a time zone: one that
 * is meant to begin in the midst of a period is none. With `before` only for what that side does not have. By file.
 */
export function offPeriodWarnings(catalogue: Catalogue, before?: Catalogue): readonly Diagnostic[] {
  const known = new Set((before === undefined ? [] : datesOf(before)).map(({ key }) => key));
  const slips = new SlipFinder();
  const files = new Map<string, Map<string, { readonly found: Diagnostic; others: number }>>();
  for (const date of datesOf(catalogue)) {
    const slip = known.has(date.key) ? undefined : slips.find(date.terms, date.instant);
    if (slip === undefined) continue;
    const found = warning(date, slip);
    const ofFile = files.get(date.place.file) ?? new Map<string, { found: Diagnostic; others: number }>();
    files.set(date.place.file, ofFile);
    const same = ofFile.get(found.message);
    if (same === undefined) ofFile.set(found.message, { found, others: 0 });
    else same.others += 1;
  }
  return [...files.values()].flatMap((ofFile) => firstDiagnostics([...ofFile.values()].map(together)));
}

/** The first of those that say the same in one file, with how many they are. */
function together({ found, others }: { readonly found: Diagnostic; readonly others: number }): Diagnostic {
  if (others === 0) return found;
  return { ...found, message: `${found.message} There are ${others} more of it in this file.` };
}

function warning({ what, instant, terms, place }: Dated, slip: Slip): Diagnostic {
  const { cadence, timezone } = terms;
  return {
    severity: 'warning',
    code: 'off-period',
    message: `${what} ${instant}, ${slipText(slip)} the begin of a billing period (${cadence}, ${timezone}).`,
    hint: `Write ${slip.begin} if that begin is meant.`,
    source: place,
  };
}

function datesOf(catalogue: Catalogue): readonly Dated[] {
  return [...versionDates(catalogue), ...bindingDates(catalogue)];
}

function versionDates({ profiles }: Catalogue): readonly Dated[] {
  return profiles.flatMap(({ document, terms }) => {
    if (document === null) return [];
    const dated = (name: string, node: DocumentNode | undefined): readonly Dated[] => {
      const instant = textOf(node);
      if (node === undefined || instant === undefined) return [];
      const what = `"${name}" of ${terms.id}@${terms.version} is`;
      const key = [terms.id, terms.version, name, instant, terms.cadence, terms.timezone].join(' ');
      return [{ key, what, instant, terms, place: rangeOf(node.span) }];
    };
    const cohorts = itemsOf(nodeAt(document.root, 'rollout', 'cohorts'));
    return [
      ...dated('effective.from', nodeAt(document.root, 'effective', 'from')),
      ...dated('migration.date', nodeAt(document.root, 'migration', 'date')),
      ...cohorts.flatMap((cohort, at) => dated(`rollout.cohorts[${at}].from`, nodeAt(cohort, 'from'))),
    ];
  });
}

/** Customers are not named: who it is, the place says. */
function bindingDates({ bindings, profile }: Catalogue): readonly Dated[] {
  return bindings.flatMap(({ binding, place }) => {
    const terms = profile(binding.profile)?.terms;
    if (terms === undefined) return [];
    const { type, id, environment, from } = binding;
    const key = [environment, type, id, from, terms.cadence, terms.timezone].join(' ');
    return [{ key, what: `A binding to ${binding.profile} begins at`, instant: from, terms, place }];
  });
}
