import type { Value } from '../../model/value.ts';
import { blocksAt, valueAt } from './attribute.ts';

/** What the attributes of a block must say. */
export type Where = Readonly<Record<string, string>>;

/**
 * The value behind a path, in the blocks before its last key whose attributes say `where`: settings and flags are lists of
 * blocks with a name and a value. Undefined when no block says so; unknown when one may that is not known. Of several blocks
 * the result is the list of what each has.
 */
export function valueWhere(root: Value, path: readonly string[], where: Where): Value | undefined {
  const { blocks, more } = blocksAt(root, path.slice(0, -1));
  const answers = blocks.map((block) => says(block, where));
  const values = blocks.flatMap((block, index) =>
    answers[index] === true ? [valueAt(block, path.slice(-1))] : [],
  );
  const { origin } = root;
  if (values.length === 0) {
    const isOpen = more !== undefined || answers.includes(undefined);
    return isOpen ? { kind: 'unknown', reason: 'unknown-repetition', origin } : undefined;
  }
  if (values.length === 1) return values[0];
  return { kind: 'tuple', items: values.map((value) => value ?? { kind: 'null', origin }), origin };
}

/** Whether a block says it; undefined when that is not known. */
function says(block: Value, where: Where): boolean | undefined {
  let isOpen = false;
  for (const [key, wanted] of Object.entries(where)) {
    const value = valueAt(block, [key]);
    if (value?.kind === 'unknown') isOpen = true;
    else if (value?.kind !== 'string' || value.value !== wanted) return false;
  }
  return isOpen ? undefined : true;
}
