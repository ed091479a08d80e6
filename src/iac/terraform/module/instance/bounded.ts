import type { SourceSpan } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { unknown } from '../../evaluate/make.ts';
import { traits } from '../../evaluate/traits.ts';
import { LIMITS } from './limits.ts';
import type { Run } from './run.ts';

/**
 * The value, or an unknown one when it is so large that walking through it would take long: values share parts, so a few
 * lines can describe billions of elements.
 */
export function bounded(run: Run, address: string, value: Value, at: SourceSpan): Value {
  if (!('entries' in value) && !('items' in value) && value.kind !== 'string') return value;
  if (traits(value).weight <= LIMITS.weight) return value;
  const message = `${address} is too large to be evaluated; it is shown as unknown.`;
  run.reportAt('error', 'evaluation-limit', message, at);
  return unknown('evaluation-limit', {
    detail: address,
    ...(traits(value).sensitive && { sensitive: true }),
  });
}
