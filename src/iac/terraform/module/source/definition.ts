import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Unknownness } from '../../../../model/value.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import type { Declaration, Located } from './declaration.ts';

/** What the files of one module declare, overrides merged. Keys: `type.name`, `name`; `name` or `name.alias` for providers. */
export interface ModuleDefinition {
  /** Relative to the repository root; `""` for the root itself. */
  readonly folder: string;
  readonly files: readonly SyntaxFile[];
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, Located>;
  readonly outputs: ReadonlyMap<string, Declaration>;
  readonly resources: ReadonlyMap<string, Declaration>;
  readonly data: ReadonlyMap<string, Declaration>;
  readonly calls: ReadonlyMap<string, Declaration>;
  readonly providers: ReadonlyMap<string, Declaration>;
  /** `moved` blocks in source order. */
  readonly moved: readonly Declaration[];
  /** `removed` blocks in source order. */
  readonly removed: readonly Declaration[];
  /** `terraform` blocks: backend, cloud, required_providers. */
  readonly settings: readonly Declaration[];
  /**
   * Something outside of the blocks, or a whole file, could not be read: what is not declared may still be. `generated`: only
   * files that a tool makes before Terraform runs.
   */
  readonly partial: boolean | 'generated';
  /** Why those files are not read. */
  readonly unread?: Unknownness;
  /** Of the files and of putting them together. */
  readonly diagnostics: readonly Diagnostic[];
}
