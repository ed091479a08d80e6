import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { SourceText } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import type { TraversalStep } from '../syntax/ast.ts';
import type { FunctionTable } from './functions/definition.ts';

/** Reads files of the repository for `file`, `templatefile` and the like; never outside of the tree. */
export interface FileAccess {
  /** Bytes of a file, or undefined when it is not in the tree. `path` is relative to the repository root. */
  read(path: string): Uint8Array | undefined;
  /** Paths of all files below a folder, relative to the repository root, sorted by code point. */
  list(folder: string): readonly string[];
}

/**
 * What an expression sees. The module layer implements it: `var.x`, `local.x`, `module.m.out`,
 * `aws_instance.web[0].id`, `each.value`, `path.module`. Evaluation is lazy: `resolve` evaluates what it is asked for.
 */
export interface Scope {
  /** The file that the expression stands in. */
  readonly source: SourceText;
  /**
   * The value of a root name with as many of the steps as it wants to consume (`var` consumes one,
   * `aws_instance` two or three …), and how many it consumed. Undefined: no such root name; the
   * evaluator then reports it.
   */
  resolve(root: string, steps: readonly TraversalStep[]): { value: Value; consumed: number } | undefined;
  /** Folder of the module, relative to the repository root (`""` for the root itself). */
  readonly moduleFolder: string;
  /**
   * Folder of the root module, relative to the repository root: paths in `file` and the like start there, because
   * Terraform runs there. Without it they start at `moduleFolder`.
   */
  readonly rootFolder?: string;
  readonly files: FileAccess;
  /** Functions of another language than Terraform's, such as Terragrunt's; they come before those of the same name. */
  readonly functions?: FunctionTable;
  /** Values only: a name is most likely a text without its quotes, of which nobody knows whether it is secret. */
  readonly isConstant?: true;
  /** Every call of a function is an error. */
  readonly isWithoutFunctions?: true;
  /** Counts steps of evaluation; false when no more may be taken. Left out: there is no limit over all expressions. */
  spend?(steps: number): boolean;
  report(diagnostic: Diagnostic): void;
}
