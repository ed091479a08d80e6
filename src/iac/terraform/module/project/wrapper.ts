import type { SourceRange } from '../../../../model/source.ts';
import type { Unknownness } from '../../../../model/value.ts';
import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Resolution, WantedModule } from '../fetch/package/resolution.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import type { GivenValue } from '../instance/root-values.ts';
import type { Project } from './project.ts';

/** What another tool, such as Terragrunt, makes of a root module before it runs Terraform in it. */
export interface Wrapper {
  /** Files that decide about the project besides those of its modules. */
  readonly reads: () => readonly string[];
  /** Configuration files that count as part of the root module, by name, as far as they are known without `give`. */
  readonly files: RootFiles;
  /** Works out what the project is given; other projects may be evaluated for it. */
  readonly give: () => Given;
  /** Set when there is no root module to evaluate. */
  readonly unresolved?: UnresolvedRoot;
  /** Set when the root module is from elsewhere. */
  readonly elsewhere?: RootElsewhere;
}

/** Where a root module that is not in the repository comes from. `sourceAddress` may be printed. */
export interface RootElsewhere {
  readonly wanted: WantedModule;
  readonly sourceAddress: string;
  readonly source: SourceRange;
  /** Undefined while nobody has looked for it. */
  readonly resolution: Resolution | undefined;
}

/** Configuration files by name: they replace those of the folder. */
export type RootFiles = ReadonlyMap<string, SyntaxFile>;

/** What a tool gives to the root module. */
export interface Given {
  readonly files: RootFiles;
  /** Why there are more files, of which the contents are not known. */
  readonly unread?: Unknownness;
  /** Values as in `TF_VAR_*`: those that are not declared are no mistake. */
  readonly inputs: ReadonlyMap<string, GivenValue>;
  /** Values as in `-var`, which win over all files. */
  readonly arguments: Readonly<Record<string, string>>;
  /** The variable files that are loaded by their names alone, in the order of loading, when they are not those of the folder. */
  readonly automatic?: readonly SyntaxFile[];
  /** What is given instead when the tool runs another command. */
  readonly otherwise?: Otherwise;
  /** Why every variable may be given another value all the same. */
  readonly doubt?: Unknownness;
  readonly diagnostics: readonly Diagnostic[];
  /** Why variables without a value here may be given one all the same. */
  readonly rest?: Unknownness;
  /** Some of it could not be read, so that what is not there may still be. */
  readonly isPartial: boolean;
}

/** What a tool gives to the root module for another of its commands, as far as it is different. */
export interface Otherwise {
  /** With the variable files and `TF_VAR_*` of that command. */
  readonly project: (project: Project) => Project;
  readonly given: Pick<Given, 'inputs' | 'arguments'>;
  readonly why: Unknownness;
}

/** A root module that is not in the repository. */
export interface UnresolvedRoot {
  /** May be printed. */
  readonly sourceAddress: string;
  /** Where the module comes from, to tell two sides apart, when `sourceAddress` does not say all of it. Not to be printed. */
  readonly print?: string;
  readonly reason: string;
  readonly hint?: string;
  readonly source: SourceRange;
  /** Folders of the repository that it can be: what is changed in them may change the project. */
  readonly candidates?: readonly string[];
}
