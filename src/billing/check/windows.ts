import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants } from '../../lib/calendar.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** A window ends after it begins. */
export function checkWindows(root: DocumentNode): Diagnostic[] {
  const lists = ['discounts', 'bindings', 'rows', 'lines'].flatMap((name) => itemsOf(nodeAt(root, name)));
  return [
    ...inOrder(nodeAt(root, 'effective'), 'empty-effective'),
    ...lists.flatMap((window) => inOrder(window, 'empty-window')),
  ];
}

function inOrder(window: DocumentNode | undefined, code: string): Diagnostic[] {
  const [from, to] = [textOf(nodeAt(window, 'from')), nodeAt(window, 'to')];
  const end = textOf(to);
  if (from === undefined || to === undefined || end === undefined || compareInstants(from, end) < 0)
    return [];
  return [errorAt(to.span, code, `The window ends at ${end}, not after its begin at ${from}.`)];
}
