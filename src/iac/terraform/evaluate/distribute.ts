import type { Unknownness, Value } from '../../../model/value.ts';
import { ExpressionError } from './failure.ts';
import { MAX_CANDIDATES, candidatesOf, joinValues } from './join.ts';

/**
 * Applies a pure function to every combination of the values that its operands can have, when these are few
 * (at most 8). Undefined when they are not, or when a combination is an error.
 */
export function distribute(
  operands: readonly Value[],
  cause: Unknownness,
  apply: (operands: readonly Value[]) => Value,
): Value | undefined {
  if (!operands.some((operand) => operand.kind === 'unknown' && operand.candidates)) return undefined;
  const combined = combinations(operands);
  if (!combined) return undefined;
  try {
    return joinValues(combined.map(apply), cause);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function combinations(operands: readonly Value[]): Value[][] | undefined {
  let rows: Value[][] = [[]];
  for (const operand of operands) {
    const candidates = candidatesOf(operand);
    if (!candidates || rows.length * candidates.length > MAX_CANDIDATES) return undefined;
    rows = rows.flatMap((row) => candidates.map((candidate) => [...row, candidate]));
  }
  return rows;
}
