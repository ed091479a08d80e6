import type { Regions } from '../../../../model/config.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { Wrapper } from './wrapper.ts';

/** A root module that is evaluated as a whole, with its workspace and variable files. */
export interface Project {
  /** Configured name or path, with `@workspace` where one is set; unique. */
  readonly id: string;
  /** Folder relative to the repository root; `""` for the root itself. */
  readonly path: string;
  /** `example`: under a folder for examples or tests; `configured`: named in the configuration. */
  readonly kind: 'configured' | 'root' | 'example';
  readonly workspace?: string;
  /** Relative to the repository root, in the order of loading. */
  readonly varFiles: readonly string[];
  /** Those of `varFiles` that only the change makes look as if they were loaded: their values are not certain. */
  readonly newVarFiles?: readonly string[];
  /** Values as in `TF_VAR_*`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where those of the configuration are written. */
  readonly variablePlaces?: ReadonlyMap<string, SourceSpan>;
  /** For providers whose configuration names no region. */
  readonly regions?: Regions;
  /** The AWS account that it is applied to. */
  readonly account?: string;
  /** JSON files with what data sources answer, relative to the repository root, later wins. */
  readonly dataFiles?: readonly string[];
  /** Files with outputs, relative to the repository root, by the name of the data source that reads them. */
  readonly remoteState?: ReadonlyMap<string, string>;
  /** Left out: Terraform alone decides what the root module is and is given. */
  readonly wrapper?: Wrapper;
}
