import type { Value } from '../../model/value.ts';

/** Whether a value is certainly true. */
export function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'bool' && value.value;
}

/** Whether a value is certainly false. */
export function isFalse(value: Value | undefined): boolean {
  return value?.kind === 'bool' && !value.value;
}
