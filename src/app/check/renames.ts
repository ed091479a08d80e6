import { suggestRenames, type RenameSuggestion } from '../../iac/diff/renames.ts';
import type { Change } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceRange } from '../../model/source.ts';

/** Pairs that are named one by one; the others are counted. */
const MOST_PAIRS = 20;

const CODE = 'rename-without-moved';

/**
 * A warning for each pair of a delete and a create that looks like a resource or module that only got another name or key; of
 * many, how many more there are.
 */
export function renameWarnings(changes: readonly Change[]): readonly Diagnostic[] {
  const suggestions = suggestRenames(changes);
  if (suggestions.length === 0) return [];
  const sources = new Map(
    changes.map((change) => [`${change.project}\0${change.address}`, change.head?.source]),
  );
  const named = suggestions.slice(0, MOST_PAIRS);
  const warnings = named.map((one) => pairWarning(one, sources.get(`${one.project}\0${one.to}`)));
  const more = suggestions.length - named.length;
  return more === 0 ? warnings : [...warnings, moreWarning(more)];
}

function pairWarning({ from, to, because }: RenameSuggestion, source: SourceRange | undefined): Diagnostic {
  return {
    severity: 'warning',
    code: CODE,
    message:
      because === 'arguments'
        ? `${from} would be destroyed and ${to} created, with the same arguments.`
        : `${from} would be destroyed and ${to} created, because of another key.`,
    ...(source === undefined ? {} : { source }),
    hint: `If it is only a new name, say so: moved { from = ${from}, to = ${to} }.`,
  };
}

function moreWarning(more: number): Diagnostic {
  const subject = more === 1 ? 'pair of a delete and a create looks' : 'pairs of a delete and a create look';
  return {
    severity: 'warning',
    code: CODE,
    message: `${more} more ${subject} like one thing with another name or key.`,
    hint: 'The list of changes names them; say what is only a new name with moved blocks.',
  };
}
