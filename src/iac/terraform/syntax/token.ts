/**
 * What the scanner finds. Punctuation is named by itself. `quote` and `heredoc` are openers only: what
 * follows them is read by the template parser. `~}` ends an interpolation that trims.
 */
export type TokenKind =
  | 'end'
  | 'newline'
  | 'identifier'
  | 'number'
  | 'quote'
  | 'heredoc'
  | 'invalid'
  | '{'
  | '}'
  | '~}'
  | '['
  | ']'
  | '('
  | ')'
  | '.'
  | '...'
  | ','
  | ':'
  | '::'
  | '?'
  | '='
  | '=>'
  | '!'
  | OperatorKind;

type OperatorKind = '+' | '-' | '*' | '/' | '%' | '&&' | '||' | '==' | '!=' | '<' | '>' | '<=' | '>=';
