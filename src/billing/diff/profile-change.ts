import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import type { BillingDocument, BillingKind } from '../document.ts';
import { actualBump, judged } from './bump.ts';
import { classify } from './classify.ts';
import { effectiveInPast, refusedDates } from './dates.ts';
import { hasHeld, rewrites } from './history.ts';
import { PUBLISHED_DELETED, type ChangeRule } from './rules.ts';
import { compareMappings } from './tree-diff.ts';

/** Kinds whose figures stand in a list. */
const TABLES: Partial<Readonly<Record<BillingKind, string>>> = { TaxTable: 'rows', FxTable: 'rates' };
/** Of a new table; the file has the others. */
const MOST_ROWS = 50;

/** A billing file that is at head only. */
export function created(head: BillingDocument, now: string): ProfileChange {
  const draft = head.lifecycle === 'draft';
  const rule: ChangeRule = {
    changeClass: 'new',
    bump: 'none',
    approval: draft ? ['owner'] : ['finance', 'owner'],
  };
  const differences = [
    whole('added', head, rule),
    ...tableRows(head, rule),
    ...refusedDates(undefined, head, now),
  ];
  return assemble(undefined, head, 'create', differences, now);
}

/**
 * A billing file that is at base only. Drafts, what is retired and what has held for nobody yet may go: history is rated
 * with the rest.
 */
export function deleted(base: BillingDocument, now: string): ProfileChange {
  const { lifecycle } = base;
  const isPublished = lifecycle === 'published' || lifecycle === 'deprecated';
  const kept = isPublished || base.kind === 'Correction' || hasHeld(base, now);
  const approval = lifecycle === 'draft' ? ['owner'] : ['finance', 'owner'];
  const rule = kept ? PUBLISHED_DELETED : { changeClass: 'deleted', bump: 'none' as const, approval };
  return assemble(base, undefined, 'delete', [whole('removed', base, rule)], now);
}

/** The change between two sides of one billing file; undefined when nothing differs, not even the path. */
export function changed(
  base: BillingDocument,
  head: BillingDocument,
  now: string,
): ProfileChange | undefined {
  const historyRule = rewrites(base, head, now);
  const differences = compareMappings(base.root, head.root)
    .filter(({ path }) => path[0]?.name !== 'version')
    .map((difference) => {
      const found = classify(head.kind, difference, base.root);
      const rule = historyRule(difference);
      return rule === undefined ? found : refuse(found, rule);
    });
  if (differences.length === 0 && base.version === head.version) {
    return base.file === head.file ? undefined : assemble(base, head, 'move', [], now);
  }
  const frozen = isFrozen(base) && base.version === head.version;
  const isDraft = base.lifecycle === 'draft' && head.lifecycle === 'draft';
  const judged = frozen ? differences.map(refuseEdit) : isDraft ? differences.map(allowEdit) : differences;
  const dates = refusedDates(base, head, now);
  const paths = new Set(dates.map(({ path }) => path));
  const all = [...judged.filter(({ path }) => !paths.has(path)), ...dates];
  all.sort((a, b) => byCodePoint(a.path, b.path));
  return assemble(base, head, 'update', all, now);
}

/** What was published under a version stays as it is; only what no snapshot holds may change. */
function isFrozen(base: BillingDocument): boolean {
  return base.lifecycle !== null && base.lifecycle !== 'draft';
}

function refuse(difference: ProfileDifference, rule: ChangeRule): ProfileDifference {
  return { ...difference, changeClass: rule.changeClass, requiredBump: rule.bump, approval: rule.approval };
}

/** A draft binds nobody: it needs no other version until it is published. */
function allowEdit(difference: ProfileDifference): ProfileDifference {
  return { ...difference, requiredBump: 'none' };
}

function refuseEdit(difference: ProfileDifference): ProfileDifference {
  return difference.requiredBump === 'none'
    ? difference
    : { ...difference, requiredBump: 'refused', approval: [] };
}

function whole(kind: 'added' | 'removed', document: BillingDocument, rule: ChangeRule): ProfileDifference {
  const name = document.version === null ? document.id : `${document.id}@${document.version}`;
  const [base, head] = kind === 'added' ? [null, name] : [name, null];
  const { changeClass, bump, approval } = rule;
  const source = placeOf(document, 'id');
  return { path: document.kind, kind, base, head, changeClass, requiredBump: bump, approval, source };
}

/** What a new table says, row by row: its name alone tells no figure. */
function tableRows(document: BillingDocument, rule: ChangeRule): ProfileDifference[] {
  const list = TABLES[document.kind];
  if (list === undefined) return [];
  const rows = compareMappings(undefined, document.root).filter(({ path }) => path[0]?.name === list);
  const told = rows.slice(0, MOST_ROWS).map((row) => {
    return refuse(classify(document.kind, row, document.root), rule);
  });
  const left = rows.length - told.length;
  if (left === 0) return told;
  const rest = whole('added', document, rule);
  return [...told, { ...rest, path: list, head: `… ${left} more` }];
}

function assemble(
  base: BillingDocument | undefined,
  head: BillingDocument | undefined,
  action: ProfileChange['action'],
  differences: readonly ProfileDifference[],
  now: string,
): ProfileChange {
  const shown = (head ?? base) as BillingDocument;
  const [baseVersion, headVersion] = [base?.version ?? null, head?.version ?? null];
  const actual =
    base === undefined ? 'new' : head === undefined ? 'removed' : actualBump(baseVersion, headVersion);
  return {
    id: shown.id,
    kind: shown.kind,
    file: shown.file,
    action,
    baseVersion,
    headVersion,
    lifecycle: { base: base?.lifecycle ?? null, head: head?.lifecycle ?? null },
    effectiveFrom: { base: effectiveFrom(base), head: effectiveFrom(head) },
    actualBump: actual,
    ...judged(differences, actual),
    effectiveInPast: head === undefined ? null : effectiveInPast(head, now),
    versionSource: placeOf(shown, 'version'),
    effectiveSource: placeOf(shown, 'effective', 'from'),
  };
}

function effectiveFrom(document: BillingDocument | undefined): string | null {
  return textOf(nodeAt(document?.root, 'effective', 'from')) ?? null;
}

function placeOf(document: BillingDocument, ...keys: readonly string[]): SourceRange {
  return rangeOf((nodeAt(document.root, ...keys) ?? nodeAt(document.root, 'id') ?? document.root).span);
}
