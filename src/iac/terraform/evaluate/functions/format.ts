import type { Type, Value } from '../../../../model/value.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { MAX_ELEMENTS, MAX_STRING } from '../limits.ts';
import { list, text, unknownLike } from '../make.ts';
import { markIf } from '../marks.ts';
import { traits } from '../traits.ts';
import { type FunctionTable, asSequence, parameter } from './definition.ts';
import { formatValue } from './format-value.ts';
import { parseFormat } from './format-verb.ts';

/** `format` and `formatlist`. */
export const FORMAT: FunctionTable = {
  format: {
    parameters: [parameter('format', 'string')],
    variadic: { name: 'args', type: 'any', nullable: true },
    returns: 'string',
    call: (args) => text(formatAll(args.string(0), args.values.slice(1))),
  },
  formatlist: {
    parameters: [parameter('format', 'string')],
    variadic: { name: 'args', type: 'any', nullable: true, accepts: 'anything' },
    returns: { list: 'string' },
    call: (args) => formatList(args.string(0), args.values.slice(1)),
  },
};

function formatAll(format: string, values: readonly Value[]): string {
  const used = new Set<number>();
  let next = 0;
  let length = 0;
  const pieces = parseFormat(format).map((part) => {
    if (part.kind === 'text') return part.text;
    if (part.argument !== undefined) next = part.argument - 1;
    const value = values[next];
    if (!value)
      throw new ExpressionError(`the format string wants an argument ${next + 1}, and there is none`);
    used.add(next++);
    return formatValue(part, value);
  });
  if (Math.max(-1, ...used) + 1 < values.length) {
    throw new ExpressionError('there are more arguments than the format string uses');
  }
  for (const piece of pieces) length += piece.length;
  if (length > MAX_STRING) throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
  return pieces.join('');
}

function isScalar(type: Type | undefined): boolean {
  return typeof type === 'string' && type !== 'any';
}

/** Lists are walked side by side; other arguments repeat. */
function formatList(format: string, values: readonly Value[]): Value {
  const columns = values.map((value) =>
    value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple'
      ? asSequence(value, 'an argument')
      : undefined,
  );
  const lengths = new Set(columns.flatMap((column) => (column ? [column.items.length] : [])));
  const unclear = values.find((value) => value.kind === 'unknown' && !isScalar(value.type));
  if (unclear?.kind === 'unknown') return unknownLike(unclear, { list: 'string' });
  const open = columns.find((column) => column?.rest ?? column?.unplaced);
  const cause = open?.rest ?? open?.unplaced;
  if (cause) return unknownLike(cause, { list: 'string' });
  if (lengths.size > 1) throw new ExpressionError('all lists must have the same length');
  const length = lengths.size === 0 ? 1 : ([...lengths][0] ?? 0);
  if (length > MAX_ELEMENTS)
    throw new LimitError(`a collection would have more than ${MAX_ELEMENTS} elements`);
  const rows = Array.from({ length }, (_, i) => {
    const row = values.map((value, column) => columns[column]?.items[i] ?? value);
    const sensitive = row.some((value) => traits(value).sensitive);
    const missing = row.map((value) => traits(value).unknown).find((found) => found !== undefined);
    return markIf(missing ? unknownLike(missing, 'string') : text(formatAll(format, row)), sensitive);
  });
  return list(rows, 'string');
}
