import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { SourceSpan } from '../../model/source.ts';
import { errorAt } from '../diagnostics.ts';

/** Keys and texts are Unicode: half of a surrogate pair, which an escape can write, has no UTF-8 and so no hash. */
export function checkTexts(root: DocumentNode): Diagnostic[] {
  if (root.kind === 'scalar') return problem(root.text, root.span);
  if (root.kind === 'sequence') return root.items.flatMap(checkTexts);
  return root.entries.flatMap(({ key, keySpan, value }) => [...problem(key, keySpan), ...checkTexts(value)]);
}

function problem(text: string, span: SourceSpan): Diagnostic[] {
  if (text.isWellFormed()) return [];
  return [errorAt(span, 'wrong-value', 'The text holds half of a surrogate pair, which is no character.')];
}
