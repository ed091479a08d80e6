/** Tells whether a code point matches. */
export type Matcher = (codePoint: number) => boolean;

export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word' | 'not-word';

/** A parsed regular expression. */
export type PatternNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'letter'; readonly matches: Matcher }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  | { readonly kind: 'group'; readonly index: number; readonly inner: PatternNode }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly inner: PatternNode;
      readonly least: number;
      /** Infinity for no upper bound. */
      readonly most: number;
      readonly greedy: boolean;
    };

/** The flags that are in force at a place of the pattern. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly ungreedy: boolean;
}
