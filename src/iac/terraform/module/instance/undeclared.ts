import { nearest } from '../../../../lib/nearest.ts';
import { rangeOf } from '../../../../model/source.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import type { GivenValue } from './root-values.ts';
import type { Run } from './run.ts';

/** Values of no variable that are named one by one; the others are counted. */
const MOST_UNDECLARED = 20;

/**
 * Reports the values that are given to no variable of the root module. Variable files that were only found are for several
 * roots perhaps: what one of them does not declare is no mistake.
 */
export function reportUndeclared(
  run: Run,
  definition: ModuleDefinition,
  values: Iterable<readonly [string, GivenValue]>,
): void {
  const { project, loader } = run;
  const isFound = project.kind !== 'configured' && project.wrapper === undefined;
  const found = new Set(isFound ? project.varFiles : []);
  const undeclared = [...values].filter(
    ([name, { at }]) => !definition.variables.has(name) && !found.has(at.source.path),
  );
  for (const [name, { at }] of undeclared.slice(0, MOST_UNDECLARED)) {
    const meant = nearest(name, definition.variables.keys());
    run.report({
      severity: 'warning',
      code: 'undeclared-variable',
      message: `Project ${project.id} is given a value for ${JSON.stringify(name)}, which is no variable of it.`,
      ...(loader.tree.blobId(at.source.path) === undefined ? {} : { source: rangeOf(at) }),
      ...(meant === undefined ? {} : { hint: `Did you mean ${JSON.stringify(meant)}?` }),
    });
  }
  const more = undeclared.length - MOST_UNDECLARED;
  if (more <= 0) return;
  run.report({
    severity: 'warning',
    code: 'undeclared-variable',
    message: `Project ${project.id} is given ${more} more value${more === 1 ? '' : 's'} that ${more === 1 ? 'is' : 'are'} of no variable of it.`,
  });
}
