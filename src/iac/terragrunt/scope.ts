import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceText } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import type { FunctionTable } from '../terraform/evaluate/functions/definition.ts';
import { unknown } from '../terraform/evaluate/make.ts';
import type { FileAccess, Scope } from '../terraform/evaluate/scope.ts';
import { folderOf } from '../terraform/module/source/folders.ts';
import type { TraversalStep } from '../terraform/syntax/ast.ts';
import type { ConfigFile } from './config-file.ts';
import { terragruntFunctions } from './functions/table.ts';
import { exposedInclude } from './include.ts';
import { isStackFile } from './names.ts';

interface Resolved {
  readonly value: Value;
  readonly consumed: number;
}

/** What an expression of Terragrunt configuration sees: `local`, `include`, `dependency`, `feature`, `values`. */
export class ConfigScope implements Scope {
  readonly source: SourceText;
  readonly moduleFolder: string;
  readonly files: FileAccess;
  readonly functions: FunctionTable;
  readonly #config: ConfigFile;

  constructor(config: ConfigFile) {
    this.source = config.file.source;
    this.moduleFolder = folderOf(config.part.path);
    this.files = config.reading.files;
    this.functions = terragruntFunctions(config);
    this.#config = config;
  }

  report(diagnostic: Diagnostic): void {
    this.#config.reading.report(diagnostic);
  }

  spend(steps: number): boolean {
    return this.#config.reading.spend(steps);
  }

  resolve(root: string, steps: readonly TraversalStep[]): Resolved | undefined {
    const [first] = steps;
    if (root === 'include') return this.#include(steps);
    if (root === 'values') return this.#values(this.#config.reading.values);
    const name = first?.kind === 'attribute' ? first.name : undefined;
    if (name === undefined) return undefined;
    switch (root) {
      case 'local':
        return this.#one(this.#config.local(name), `local.${name}`, steps);
      case 'dependency':
        return this.#one(this.#config.shared('dependency', name), `dependency.${name}`, steps);
      case 'feature':
        return this.#one(this.#config.shared('feature', name), `feature.${name}`, steps);
      case 'unit':
      case 'stack':
        return notEvaluated(root, name, steps);
      case 'each':
        // Of the "expansion" block of a stack's component.
        return isStackFile(this.source.path) ? notEvaluated(root, name, steps) : undefined;
      default:
        return undefined;
    }
  }

  /** `include.name.…`, or `include.…` for the one include without a name. */
  #include(steps: readonly TraversalStep[]): Resolved | undefined {
    const [first] = steps;
    const name = first?.kind === 'attribute' ? first.name : '';
    const bare = exposedInclude(this.#config, '');
    if (bare !== undefined) return { value: bare, consumed: 0 };
    return this.#one(exposedInclude(this.#config, name), `include.${name}`, steps);
  }

  #values(values: ObjectValue | undefined): Resolved {
    return { value: values ?? unknown('no-variable-value', { detail: 'values' }), consumed: 0 };
  }

  #one(value: Value | undefined, name: string, steps: readonly TraversalStep[]): Resolved {
    if (value !== undefined) return { value, consumed: 1 };
    const { file, reading } = this.#config;
    if (file.body.partial !== true) {
      const place = { source: this.source, start: steps[0]?.start ?? 0, end: steps[0]?.end ?? 0 };
      const hint = name.startsWith('include.') ? 'An include is seen only with "expose = true".' : undefined;
      reading.reportAt('error', `There is no ${name} in ${file.source.path}.`, place, hint);
    }
    return { value: unknown('error-in-expression', { detail: name }), consumed: steps.length };
  }
}

function notEvaluated(root: string, name: string, steps: readonly TraversalStep[]): Resolved {
  return {
    value: unknown('unsupported-function', { detail: `${root}.${name}` }),
    consumed: steps.length,
  };
}
