import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';

/** Submodules that are named one by one; the others are counted. */
const MOST_SUBMODULES = 20;

/** A warning for each submodule that the change adds, moves to another commit, or removes: what is in it is not read. */
export function changedSubmodules(base: Tree, head: Tree): readonly Diagnostic[] {
  const [before, after] = [commits(base), commits(head)];
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort(byCodePoint);
  const shown = changed.slice(0, MOST_SUBMODULES).map(warning);
  if (changed.length <= MOST_SUBMODULES) return shown;
  const message = `${changed.length - MOST_SUBMODULES} more submodules changed; what is in them is not read.`;
  return [...shown, { severity: 'warning', code: 'not-evaluated', message }];
}

function commits(tree: Tree): ReadonlyMap<string, string> {
  return tree.submodules ?? new Map<string, string>();
}

function warning(path: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'warning',
    code: 'not-evaluated',
    message: `The submodule ${path} changed; what is in it is not read.`,
    source: { file: path, start, end: start },
    hint: 'If it holds definitions, run the gate in its own repository too.',
  };
}
