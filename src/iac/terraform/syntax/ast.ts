import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceText } from '../../../model/source.ts';
import type { Decimal } from '../../../lib/decimal.ts';

/** UTF-16 offsets into the file's text; `end` is exclusive. */
interface Node {
  readonly start: number;
  readonly end: number;
}

/** A parsed file: what could be read, and what could not. Both native and JSON syntax give this. */
export interface SyntaxFile {
  readonly source: SourceText;
  readonly body: Body;
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** As written, with its marker and without the end of the line. */
export interface Comment extends Node {
  readonly text: string;
}

/** Attributes and blocks in source order. */
export interface Body extends Node {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  /** Set when something in it could not be read: what is not listed may still be there. */
  readonly partial?: true;
}

/** From the name to the end of the value. */
export interface Attribute extends Node {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: Expression;
}

/** From the type to the closing brace; its body reaches from brace to brace. */
export interface Block extends Node {
  readonly type: string;
  readonly labels: readonly Label[];
  /** End of the header, before the opening brace. */
  readonly headerEnd: number;
  readonly body: Body;
}

export interface Label extends Node {
  readonly value: string;
}

export type Expression =
  | Literal
  | Template
  | Traversal
  | RelativeTraversal
  | Index
  | Splat
  | Call
  | Unary
  | Binary
  | Conditional
  | Tuple
  | ObjectConstructor
  | For
  | Parentheses
  | Invalid;

/** Number, bool, null or a string without interpolation. */
export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: Decimal | boolean | string | null;
}

/**
 * A quoted string or heredoc with parts; the evaluator unwraps it when its only part is an interpolation.
 * Text that trimming emptied stays as an empty part, because it makes the result a string.
 */
export interface Template extends Node {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly heredoc: boolean;
}

/** `~` trimming and heredoc dedent are already applied to literal text. */
export type TemplatePart =
  | (Node & { readonly kind: 'text'; readonly value: string })
  | (Node & { readonly kind: 'interpolation'; readonly expression: Expression })
  | (Node & {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: readonly TemplatePart[];
      readonly else: readonly TemplatePart[];
    })
  | (Node & {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
    });

/** `name.attr[0]["k"]`: a root name and static steps. */
export interface Traversal extends Node {
  readonly kind: 'traversal';
  readonly root: string;
  readonly steps: readonly TraversalStep[];
}

export type TraversalStep = Node &
  (
    | { readonly kind: 'attribute'; readonly name: string }
    | { readonly kind: 'index'; readonly key: string | Decimal }
  );

/** Static steps on any other expression, such as `f(x).a`. */
export interface RelativeTraversal extends Node {
  readonly kind: 'relative';
  readonly target: Expression;
  readonly steps: readonly TraversalStep[];
}

/** `target[key]` where the key is not a literal. */
export interface Index extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly key: Expression;
}

/** `target[*].each` (full) or `target.*.each` (attribute-only). */
export interface Splat extends Node {
  readonly kind: 'splat';
  readonly target: Expression;
  readonly full: boolean;
  /** Steps applied to each element; index steps may be expressions under `[*]`. */
  readonly each: readonly SplatStep[];
}

/**
 * A step under a splat. In `a[*].b[*].c` the second splat is a step of the first: it takes the elements
 * of each `b`, so that the result is a list of lists. Steps after a nested `.*` apply to its result.
 */
export type SplatStep =
  | TraversalStep
  | (Node & { readonly kind: 'key'; readonly key: Expression })
  | (Node & { readonly kind: 'splat'; readonly full: boolean; readonly each: readonly SplatStep[] });

export interface Call extends Node {
  readonly kind: 'call';
  /** With namespaces: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly nameEnd: number;
  readonly arguments: readonly Expression[];
  /** The last argument ends in `...`. */
  readonly expandFinal: boolean;
}

export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export type BinaryOperator =
  '+' | '-' | '*' | '/' | '%' | '&&' | '||' | '==' | '!=' | '<' | '>' | '<=' | '>=';

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}

export interface Tuple extends Node {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectConstructor extends Node {
  readonly kind: 'object';
  readonly items: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `[for …]` or `{for …}`; `key` is set for the object form, `group` for `...`. */
export interface For extends Node {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  readonly group: boolean;
}

/** Kept, because `(name)` as an object key is evaluated where `name` is a literal key. */
export interface Parentheses extends Node {
  readonly kind: 'parentheses';
  readonly inner: Expression;
}

/** What could not be parsed; a diagnostic says why. */
export interface Invalid extends Node {
  readonly kind: 'invalid';
}
