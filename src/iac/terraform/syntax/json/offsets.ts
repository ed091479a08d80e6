import { Decimal } from '../../../../lib/decimal.ts';

const offsetKeys = new Set(['start', 'end', 'nameEnd', 'headerEnd']);

/** A copy of a piece of syntax tree in which every offset went through `move`. */
export function moveOffsets<T>(tree: T, move: (offset: number) => number): T {
  return moved(tree, move) as T;
}

function moved(value: unknown, move: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, move));
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    copy[key] = typeof part === 'number' && offsetKeys.has(key) ? move(part) : moved(part, move);
  }
  return copy;
}
