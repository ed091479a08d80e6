import type { TerragruntConfig } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { rangeOf } from '../../model/source.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { ObjectValue, Unknownness, Value } from '../../model/value.ts';
import { withRelativePaths } from '../terraform/evaluate/functions/paths.ts';
import type { FileAccess } from '../terraform/evaluate/scope.ts';
import type { GivenValue } from '../terraform/module/instance/root-values.ts';
import type { Budget } from '../terraform/module/instance/budget.ts';
import { filesBelow } from '../terraform/module/project/file-access.ts';
import { folderOf } from '../terraform/module/source/folders.ts';
import type { ModuleLoader } from '../terraform/module/source/load-module.ts';
import type { SyntaxFile } from '../terraform/syntax/ast.ts';
import { LIMITS } from './limits.ts';

/** The outputs of the unit in a folder by name; undefined when they cannot be told. */
export type Outputs = (folder: string) => ReadonlyMap<string, Value> | undefined;

/** What all configurations of one side are read with. */
export interface Surroundings {
  readonly loader: ModuleLoader;
  readonly budget: Budget;
  readonly settings: TerragruntConfig;
}

/** The reading of one unit's configuration: what all files that take part in it share. */
export class Reading {
  readonly loader: ModuleLoader;
  readonly settings: TerragruntConfig;
  /** The unit's own configuration file. */
  readonly path: string;
  /** Folder of the unit. */
  readonly unit: string;
  /** What a stack gives to the unit. */
  readonly values: ObjectValue | undefined;
  readonly outputs: Outputs;
  readonly diagnostics: Diagnostic[] = [];
  /** Files that decide about the unit. */
  readonly paths = new Set<string>();
  /** There are more of them than are noted. */
  readsAll = false;
  /** Other configurations that were read, by their paths. */
  readonly configs = new Map<string, Value>();
  /** Folders of units whose outputs are asked for. */
  readonly dependencies = new Set<string>();
  /** Not all of the configuration could be read. */
  isPartial = false;
  /** Why the contents of a file are not known that is generated. */
  unread: Unknownness | undefined;
  /** Why every variable may be given another value. */
  doubt: Unknownness | undefined;
  /** Values of variables that generated files refer to where their text is not known. */
  readonly standIns = new Map<string, GivenValue>();
  readonly files: FileAccess;
  readonly #budget: Budget;
  readonly #reported = new Set<string>();
  /** Configurations that are being evaluated, the outermost first. */
  readonly #under: string[] = [];

  constructor(
    { loader, budget, settings }: Surroundings,
    path: string,
    outputs: Outputs,
    values?: ObjectValue,
  ) {
    this.loader = loader;
    this.settings = settings;
    this.path = path;
    this.unit = folderOf(path);
    this.values = values;
    this.outputs = outputs;
    this.#budget = budget;
    this.files = {
      read: (path) => {
        const bytes = loader.tree.read(path);
        if (bytes !== undefined) this.note(path);
        return bytes;
      },
      list: (folder) => {
        const found = filesBelow(loader.tree, folder);
        for (const path of found.slice(0, LIMITS.files + 1)) this.note(path);
        return found;
      },
    };
  }

  /** Notes that a file decides about the unit; of too many they all do. */
  note(path: string): void {
    if (this.paths.size < LIMITS.files || this.paths.has(path)) this.paths.add(path);
    else if (!this.readsAll) {
      this.readsAll = true;
      const message = `The unit ${this.unit || '.'} reads more than ${LIMITS.files} files: every change counts as one of it.`;
      this.report({ severity: 'warning', code: 'check-limit', message });
    }
  }

  /** Whether there is a file. */
  has(path: string): boolean {
    return this.loader.tree.blobId(path) !== undefined;
  }

  /** A file, parsed; what is wrong with it is reported. */
  parse(path: string): SyntaxFile {
    this.note(path);
    const file = this.loader.parse(path);
    for (const diagnostic of file.diagnostics) this.report(diagnostic);
    return file;
  }

  spend(steps: number): boolean {
    return this.#budget.take('steps', steps);
  }

  /** Records a diagnostic once. */
  report(found: Diagnostic): void {
    const diagnostic = { ...found, message: withRelativePaths(found.message) };
    const key = JSON.stringify(diagnostic);
    if (this.#reported.has(key) || this.diagnostics.length > LIMITS.diagnostics) return;
    this.#reported.add(key);
    this.diagnostics.push(this.diagnostics.length < LIMITS.diagnostics ? diagnostic : this.#more());
  }

  #more(): Diagnostic {
    const message = `The unit ${this.unit || '.'} has more problems than the ${LIMITS.diagnostics} that are told.`;
    return { severity: 'error', code: 'check-limit', message };
  }

  /** Records a problem at a place. */
  reportAt(severity: Diagnostic['severity'], message: string, at: SourceSpan, hint?: string): void {
    const source = rangeOf(at);
    this.report({
      severity,
      code: 'terragrunt',
      message,
      source,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  /**
   * Evaluates a configuration with the knowledge that it is under way. Undefined, with why, when it is so already, or when
   * too many others are.
   */
  within<T>(path: string, evaluate: () => T): { readonly value: T } | { readonly problem: string } {
    const before = this.#under.indexOf(path);
    if (before !== -1) {
      const way = [...this.#under.slice(before), path];
      return { problem: `The configuration reads itself: ${way.join(' → ')}` };
    }
    if (this.#under.length >= LIMITS.depth) {
      return { problem: `More than ${LIMITS.depth} configurations read each other` };
    }
    this.#under.push(path);
    try {
      return { value: evaluate() };
    } finally {
      this.#under.pop();
    }
  }
}
