import type { Unknownness } from '../../../../model/value.ts';

/** Why something that is not there may still be written: a part of the block or file could not be parsed. */
export const GAP: Unknownness = { reason: 'error-in-expression', detail: 'what a syntax error hides' };
