import type { Unknownness, Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { equals } from '../equal.ts';
import { ExpressionError } from '../failure.ts';
import { bool, number, unknownLike, unknownness } from '../make.ts';
import { hasSensitive, markIf } from '../marks.ts';
import { traits } from '../traits.ts';
import { type Arguments, asSequence } from './definition.ts';

/** `contains`: true as soon as one known element is equal; nothing is converted. */
export function contains(args: Arguments): Value {
  const source = asSequence(args.value(0), '"list"');
  const wanted = args.value(1);
  const isSecret = hasSensitive(source) || hasSensitive(wanted);
  let doubt: Unknownness | undefined = source.rest;
  for (const item of source.items) {
    const sameness = equals(item, wanted);
    if (sameness === 'same') return markIf(bool(true), isSecret);
    if (sameness === 'unknown') doubt ??= traits(item).unknown ?? traits(wanted).unknown;
  }
  return markIf(doubt ? unknownLike(unknownness(doubt), 'bool') : bool(false), isSecret);
}

/** `lookup`: the entry; the default when the key is certainly missing; without a default an error. */
export function lookup(args: Arguments): Value {
  if (args.values.length > 3) throw new ExpressionError('at most 3 arguments are allowed');
  const source = args.object(0);
  const key = args.string(1);
  const fallback = args.values[2];
  const entry = source.entries.get(key);
  const uncertain = source.uncertain?.has(key) ?? false;
  if (entry && !uncertain) return entry;
  const doubt = entry ? (source.doubt ?? source.rest) : source.rest;
  if (doubt) {
    const likely = entry ?? fallback;
    return { ...unknownLike(doubt), ...(likely && likely.kind !== 'unknown' && { fallback: likely }) };
  }
  if (!fallback) throw new ExpressionError('the map has no element with this key, and there is no default');
  if (source.kind !== 'map' || !source.elementType) return fallback;
  return convert(fallback, source.elementType);
}

/** `index`: the position of the first element that equals the value. */
export function indexOf(args: Arguments): Value {
  const { kind, items, rest, unplaced } = asSequence(args.value(0), '"list"');
  if (kind === 'set') throw new ExpressionError('a set has no order: convert it with tolist() first');
  const isSecret = args.values.some(hasSensitive);
  for (const [at, item] of items.entries()) {
    const sameness = equals(item, args.value(1));
    const doubt = unplaced ?? traits(item).unknown ?? traits(args.value(1)).unknown;
    if (sameness === 'same' && !unplaced) return markIf(number(at), isSecret);
    if (sameness !== 'different' && doubt) return markIf(unknownLike(doubt, 'number'), isSecret);
  }
  if (rest) return unknownLike(rest, 'number');
  throw new ExpressionError('the list does not hold this value');
}
