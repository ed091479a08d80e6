/** A type as go-cty writes it in JSON. */
export type TypeJson =
  string | readonly [string, TypeJson | readonly TypeJson[] | { readonly [name: string]: TypeJson }];

/** What an expression gives: an error, or a value with its type. Numbers are text; `$unknown` and `$null` name a type. */
export interface Outcome {
  readonly error?: true;
  readonly type?: unknown;
  readonly value?: unknown;
  readonly sensitive?: true;
}

/** One line of `vectors/`. `opentofu` is there where OpenTofu says something else than Terraform. */
export interface Vector extends Outcome {
  readonly expression: string;
  readonly only?: 'opentofu';
  readonly opentofu?: Outcome;
}
