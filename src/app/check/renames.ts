import { suggestRenames } from '../../iac/diff/renames.ts';
import type { Change } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** A warning for each pair of a delete and a create that looks like a resource or module that only got another name or key. */
export function renameWarnings(changes: readonly Change[]): readonly Diagnostic[] {
  const sources = new Map(
    changes.map((change) => [`${change.project}\0${change.address}`, change.head?.source]),
  );
  return suggestRenames(changes).map(({ project, from, to, because }) => {
    const source = sources.get(`${project}\0${to}`);
    return {
      severity: 'warning',
      code: 'rename-without-moved',
      message:
        because === 'arguments'
          ? `${from} would be destroyed and ${to} created, with the same arguments.`
          : `${from} would be destroyed and ${to} created, because of another key.`,
      ...(source === undefined ? {} : { source }),
      hint: `If it is only a new name, say so: moved { from = ${from}, to = ${to} }.`,
    };
  });
}
