/** Deepest nesting of blocks, brackets, templates and operators. */
export const MAX_DEPTH = 200;
/** Most operators, or most indexes and splats, in a row: they nest in the tree without brackets. */
export const MAX_CHAIN = 1000;
/** Longest file, in UTF-16 units. */
export const MAX_FILE = 8 * 1024 * 1024;
/** Longest string or heredoc, in UTF-16 units. */
export const MAX_STRING = 1024 * 1024;
/** Longest number, in characters, and its largest exponent. */
export const MAX_NUMBER = 1000;
/** Most values in a JSON file, and most items of lists and objects in another: each is a node with its place. */
export const MAX_VALUES = 500_000;
/** After so many errors the rest of a file is not read; of JSON, they are not listed. */
export const MAX_ERRORS = 100;
/** After so many heredocs without an end, likewise: each costs a search to the end of the file. */
export const MAX_UNCLOSED_HEREDOCS = 8;
