import type { Decimal } from '../lib/decimal.ts';
import type { SourceSpan } from './source.ts';

/** Why a value cannot be told from the sources. A closed list: each reason is counted in the coverage. */
export type UnknownReason =
  | 'no-variable-value'
  | 'region-not-written'
  | 'no-provider-configuration'
  | 'unknown-workspace'
  | 'data-source'
  | 'computed-attribute'
  | 'unresolved-module'
  | 'unresolved-remote-state'
  | 'unsupported-function'
  | 'impure-function'
  | 'unknown-repetition'
  | 'sensitive-input-withheld'
  | 'evaluation-limit'
  | 'error-in-expression'
  | 'file-not-in-repository';

/** A type constraint. `any` also stands for "not known". */
export type Type =
  | 'string'
  | 'number'
  | 'bool'
  | 'any'
  | { readonly list: Type }
  | { readonly set: Type }
  | { readonly map: Type }
  | { readonly tuple: readonly Type[] }
  | { readonly object: ReadonlyMap<string, AttributeType> };

export interface AttributeType {
  readonly type: Type;
  readonly optional: boolean;
  readonly default?: Value;
}

/** What part of a value is missing, and why. `detail` names the culprit, such as `data.aws_ami.x.id`. */
export interface Unknownness {
  readonly reason: UnknownReason;
  readonly detail?: string;
  /** Digest of what a data source is asked, to tell two sides apart: another question can have another answer. */
  readonly question?: string;
}

interface Common {
  /** Set on values that must never be printed, stored or sent. */
  readonly sensitive?: true;
  /** The places that determined the value, in order; at most 16. */
  readonly origin: readonly SourceSpan[];
}

export interface NullValue extends Common {
  readonly kind: 'null';
  /** What it would be if it were not null, when known: `tostring(null)` is a null string. */
  readonly type?: Type;
}
export interface BoolValue extends Common {
  readonly kind: 'bool';
  readonly value: boolean;
}
export interface NumberValue extends Common {
  readonly kind: 'number';
  readonly value: Decimal;
}
export interface StringValue extends Common {
  readonly kind: 'string';
  readonly value: string;
}
export interface SequenceValue extends Common {
  readonly kind: 'list' | 'set' | 'tuple';
  readonly items: readonly Value[];
  /** Element type of a list or set, when known. */
  readonly elementType?: Type;
  /** Present when there may be more elements than `items`. */
  readonly rest?: Unknownness;
  /** The items are there, but at which index is not certain: why. */
  readonly unplaced?: Unknownness;
}
export interface ObjectValue extends Common {
  readonly kind: 'object' | 'map';
  readonly entries: ReadonlyMap<string, Value>;
  readonly elementType?: Type;
  /** Present when there may be more keys than `entries`. */
  readonly rest?: Unknownness;
  /** Keys of `entries` whose presence is not certain. */
  readonly uncertain?: ReadonlySet<string>;
  /** Why the presence of `uncertain` keys is not certain. */
  readonly doubt?: Unknownness;
}
export interface UnknownValue extends Common, Unknownness {
  readonly kind: 'unknown';
  readonly type?: Type;
  /** All values that it can have, when they are few (at most 8). */
  readonly candidates?: readonly Value[];
  /** What it is unless an unknown part says otherwise: one possible value, not the only one. */
  readonly fallback?: Value;
  /** A number is known to be at least this. */
  readonly minimum?: Decimal;
  /** A string is known to begin with this. */
  readonly prefix?: string;
  /** The resource instance and attribute that it is computed from, when it is exactly that. */
  readonly reference?: { readonly address: string; readonly attribute: string };
}

/** A value of a definition: known, null, partly known or unknown with its reason. Never a made-up stand-in. */
export type Value =
  NullValue | BoolValue | NumberValue | StringValue | SequenceValue | ObjectValue | UnknownValue;
