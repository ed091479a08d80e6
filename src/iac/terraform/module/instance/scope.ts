import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { SourceText } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { text, unknown } from '../../evaluate/make.ts';
import type { FileAccess, Scope } from '../../evaluate/scope.ts';
import type { TraversalStep } from '../../syntax/ast.ts';
import { GAP } from '../source/gap.ts';
import type { Bindings } from './body.ts';
import type { ModuleInstance } from './module-instance.ts';
import { modulePath } from './module-path.ts';
import { resolveRepeated } from './repeated.ts';
import type { Repeated } from './repeated.ts';

interface Resolved {
  readonly value: Value;
  readonly consumed: number;
}

/** What an expression in a module sees: input variables, locals, module outputs, resources, data sources, bound names. */
export class ModuleScope implements Scope {
  readonly source: SourceText;
  readonly moduleFolder: string;
  readonly rootFolder: string;
  readonly files: FileAccess;
  readonly #module: ModuleInstance;
  readonly #bindings: Bindings;

  constructor(module: ModuleInstance, source: SourceText, bindings: Bindings) {
    this.source = source;
    this.moduleFolder = module.definition.folder;
    this.rootFolder = module.run.project.path;
    this.files = module.run.files;
    this.#module = module;
    this.#bindings = bindings;
  }

  report(diagnostic: Diagnostic): void {
    this.#module.run.report(diagnostic);
  }

  spend(steps: number): boolean {
    return this.#module.run.take('steps', steps);
  }

  resolve(root: string, steps: readonly TraversalStep[]): Resolved | undefined {
    const bound = this.#bindings.get(root);
    if (bound !== undefined) return { value: bound, consumed: 0 };
    const [first] = steps;
    const name = first?.kind === 'attribute' ? first.name : undefined;
    if (name === undefined || root === 'each' || root === 'count') return undefined;
    switch (root) {
      case 'var':
        return this.#one(this.#module.variable(name), 'input variable', `var.${name}`, steps);
      case 'local':
        return this.#one(this.#module.local(name), 'local value', `local.${name}`, steps);
      case 'path':
        return this.#one(modulePath(this.#module, name), 'path', `path.${name}`, steps);
      case 'terraform':
      case 'tofu':
        return this.#one(this.#workspace(name), 'attribute', `${root}.${name}`, steps);
      case 'module':
        return this.#repeated(this.#module.call(name), 1, 'module call', `module.${name}`, steps);
      case 'self':
      case 'ephemeral':
        return { value: unknown('computed-attribute', { detail: `${root}.${name}` }), consumed: 1 };
      case 'data':
        return this.#data(name, steps);
      default: {
        const key = `${root}.${name}`;
        return this.#repeated(this.#module.resource(key), 1, 'resource', key, steps);
      }
    }
  }

  #data(type: string, steps: readonly TraversalStep[]): Resolved | undefined {
    const second = steps[1];
    if (second?.kind !== 'attribute') return undefined;
    const key = `data.${type}.${second.name}`;
    return this.#repeated(this.#module.resource(key), 2, 'data source', key, steps);
  }

  #repeated(
    block: Repeated | undefined,
    consumed: number,
    what: string,
    name: string,
    steps: readonly TraversalStep[],
  ): Resolved {
    if (block === undefined) return this.#undeclared(what, name, steps);
    const resolved = resolveRepeated(block, steps.slice(consumed));
    return { value: resolved.value, consumed: consumed + resolved.consumed };
  }

  #one(value: Value | undefined, what: string, name: string, steps: readonly TraversalStep[]): Resolved {
    return value === undefined ? this.#undeclared(what, name, steps) : { value, consumed: 1 };
  }

  #undeclared(what: string, name: string, steps: readonly TraversalStep[]): Resolved {
    const { run, definition } = this.#module;
    if (definition.partial) {
      return { value: unknown(GAP.reason, { detail: name }), consumed: steps.length };
    }
    const [first] = steps;
    const end = first?.end ?? 0;
    const place = this.#module.path === '' ? 'the root module' : this.#module.path;
    run.reportAt('error', 'undeclared-reference', `There is no ${what} ${name} in ${place}.`, {
      source: this.source,
      start: first?.start ?? 0,
      end,
    });
    return { value: unknown('error-in-expression', { detail: name }), consumed: steps.length };
  }

  #workspace(name: string): Value | undefined {
    if (name !== 'workspace' && name !== 'env') return undefined;
    const { workspace } = this.#module.run.project;
    return workspace === undefined
      ? unknown('unknown-workspace', { type: 'string', detail: 'terraform.workspace' })
      : text(workspace);
  }
}
