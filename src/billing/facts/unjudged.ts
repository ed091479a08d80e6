import { entriesOf, nodeAt } from '../../config/yaml/access.ts';
import type { UnjudgedTerms } from '../../model/billing/simulation.ts';
import type { SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import type { FactsInput } from './input.ts';
import { changeSource } from './simulated/change-place.ts';
import { subjectOf } from './subject.ts';

/** What customers pay by a change, as far as nobody can tell it: no usage was replayed, or what was does not tell it. */
export interface UnjudgedChange {
  /** The profile, where it is one alone. */
  readonly subject: string | null;
  /** What it is of the profile, such as `sku calls`; null: nothing was replayed. */
  readonly part: string | null;
  /** Why, one sentence. */
  readonly reason: string;
  readonly fix: string;
  /** The profiles at base that set limits of their own, as a sentence names them. */
  readonly limitedProfiles: readonly string[];
  /** Of the first such change. */
  readonly source: SourceRange;
}

/** So many parts of profiles are named. */
const MOST_PARTS = 10;

/** Classes of changes that touch no amount of any customer. */
const HARMLESS = new Set(['text', 'notation', 'alert', 'extension', 'tests', 'control']);

type Input = Pick<FactsInput, 'base' | 'head' | 'now' | 'changes' | 'simulation' | 'noUsage'>;

/**
 * None where the replay of usage tells all, nobody expects any, or no customer of the base can be touched: limits of losses hold only
 * for what somebody pays already. Without a replay it is one for all.
 */
export function unjudgedChanges(
  input: Input,
  touched: readonly BillingDocument[],
): readonly UnjudgedChange[] {
  const { base, changes, simulation, noUsage } = input;
  if (simulation === null || base.bindings.length === 0) return [];
  const change = changes.find(
    ({ action, differences }) =>
      action !== 'create' && differences.some(({ changeClass }) => !HARMLESS.has(changeClass)),
  );
  const fallback = (change ?? changes[0])?.versionSource;
  if (simulation.replayed && fallback !== undefined)
    return unjudgedParts(simulation.unjudged, input, touched, fallback);
  if (simulation.replayed || noUsage === null || change === undefined) return [];
  const limitedProfiles = limitedIn(input).map((document) => `those of ${subjectOf(document).name}`);
  const source = change.versionSource;
  return [{ subject: null, part: null, reason: noUsage, fix: GIVE, limitedProfiles, source }];
}

const GIVE =
  'Merge usage that can be read in a change of its own, or give it with --billing-usage or the input billing-usage.';

function unjudgedParts(
  parts: readonly UnjudgedTerms[],
  input: Input,
  touched: readonly BillingDocument[],
  fallback: SourceRange,
): readonly UnjudgedChange[] {
  const limited = limitedIn(input);
  const rest = parts.length - MOST_PARTS;
  return parts.slice(0, MOST_PARTS).map(({ profile, kind, id, reason, fix }, index) => {
    const own = limited.filter((document) => document.id === profile);
    const more = index === MOST_PARTS - 1 && rest > 0 ? ` So it is with ${rest} more parts of profiles.` : '';
    return {
      ...{ subject: profile, part: `${kind} ${id}`, reason: `${reason}${more}`, fix },
      limitedProfiles: own.map((document) => `those of ${subjectOf(document).name}`),
      source: changeSource(profile, input, touched).source ?? fallback,
    };
  });
}

function limitedIn({ base }: Input): readonly BillingDocument[] {
  return base.documents.filter(
    ({ kind, root }) => kind === 'BillingProfile' && entriesOf(nodeAt(root, 'limits')).length > 0,
  );
}
