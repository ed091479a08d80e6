/** The longest string that evaluation makes, in UTF-16 units. */
export const MAX_STRING = 4_194_304;

/** A collection that evaluation makes has at most this many elements. */
export const MAX_ELEMENTS = 100_000;

/** Expressions may nest this deep, references between them included. */
export const MAX_DEPTH = 500;

/** One outermost evaluation, with all references that it resolves, takes at most this many steps. */
export const MAX_STEPS = 2_000_000;

/** Values above this weight (see `traits`) are refused, so that no walk over a value takes long. */
export const MAX_WEIGHT = 16_000_000;
