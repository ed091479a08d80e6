import type { Value } from '../../../../../model/value.ts';
import { assume } from '../../../evaluate/assumed.ts';
import type { ResourceInstance } from '../resource-instance.ts';
import { EQUAL_ARGUMENTS } from './equal-arguments.ts';
import { validationOptions } from './validation-options.ts';

/**
 * A computed attribute that follows from written arguments, such as the `id` of an `aws_s3_bucket`. Undefined for all others, and
 * while the argument itself is not known: then the reference says more than a copy of the argument.
 */
export function equalAttribute(instance: ResourceInstance, name: string): Value | undefined {
  const { type } = instance.block;
  if (type === 'aws_acm_certificate' && name === 'domain_validation_options')
    return validationOptions(instance);
  const same = Object.hasOwn(EQUAL_ARGUMENTS, type) ? EQUAL_ARGUMENTS[type]?.[name] : undefined;
  const value = same === undefined ? undefined : instance.argument(same);
  if (same === undefined || value?.kind !== 'string' || value.value === '') return undefined;
  return assume(value, `${type}.${name} equals ${same}`);
}
