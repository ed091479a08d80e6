import type { SourceText } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { markSensitive } from '../../evaluate/marks.ts';
import { unknown } from '../../evaluate/make.ts';
import type { ProviderInstance } from '../provider/provider-instance.ts';
import { findProvider } from '../provider/find-provider.ts';
import { spanOf } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import type { Bindings } from './body.ts';
import { bounded } from './bounded.ts';
import { ModuleCall } from './module-call.ts';
import { Memo } from './memo.ts';
import { ResourceBlock } from './resource-block.ts';
import type { Run } from './run.ts';
import { ModuleScope } from './scope.ts';
import type { Inputs } from './inputs.ts';
import { isTrue } from './static-flag.ts';

const NO_BINDINGS: Bindings = new Map();

/** Where a module instance was called: nothing for the root. */
export interface Caller {
  readonly module: ModuleInstance;
  readonly call: ModuleCall;
  readonly bindings: Bindings;
  /** Not certain that the instance exists, or how often. */
  readonly inDoubt: boolean;
}

/** One instance of a module. Everything in it is evaluated when first asked for. */
export class ModuleInstance {
  readonly run: Run;
  readonly definition: ModuleDefinition;
  /** Address, such as `module.web["eu"]`; `""` for the root. */
  readonly path: string;
  readonly caller: Caller | undefined;
  readonly depth: number;
  /** Not certain that the instance exists, or how often: it or a module around it has an unknown repetition. */
  readonly inDoubt: boolean;
  readonly #inputs: Inputs;
  readonly #memo: Memo;
  readonly #resources = new Map<string, ResourceBlock>();
  readonly #calls = new Map<string, ModuleCall>();
  readonly #providers = new Map<string, ProviderInstance | undefined>();
  readonly #scopes = new Map<SourceText, ModuleScope>();

  constructor(run: Run, definition: ModuleDefinition, path: string, inputs: Inputs, caller?: Caller) {
    this.run = run;
    this.definition = definition;
    this.path = path;
    this.caller = caller;
    this.depth = caller === undefined ? 0 : caller.module.depth + 1;
    this.inDoubt = caller !== undefined && (caller.inDoubt || caller.module.inDoubt);
    this.#inputs = inputs;
    this.#memo = new Memo(run, path === '' ? '' : `${path}.`);
  }

  /** An address of something in this module. */
  address(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  /** What expressions in a file of this module see. */
  scope(source: SourceText, bindings: Bindings = NO_BINDINGS): ModuleScope {
    if (bindings.size > 0) return new ModuleScope(this, source, bindings);
    let scope = this.#scopes.get(source);
    if (scope === undefined) {
      scope = new ModuleScope(this, source, bindings);
      this.#scopes.set(source, scope);
    }
    return scope;
  }

  /** The value of an input variable; undefined when it is not declared. */
  variable(name: string): Value | undefined {
    const declaration = this.definition.variables.get(name);
    if (declaration === undefined) return undefined;
    const key = `var.${name}`;
    return this.#memo.get(key, spanOf(declaration), () =>
      bounded(this.run, this.address(key), this.#inputs.value(this, name, declaration), spanOf(declaration)),
    );
  }

  /** The value of a local; undefined when it is not declared. */
  local(name: string): Value | undefined {
    const located = this.definition.locals.get(name);
    if (located === undefined) return undefined;
    const { source, attribute } = located;
    const span = { source, start: attribute.start, end: attribute.end };
    const key = `local.${name}`;
    return this.#memo.get(key, span, () =>
      bounded(this.run, this.address(key), evaluate(attribute.value, this.scope(source)), span),
    );
  }

  /** The value of an output; undefined when it is not declared. */
  output(name: string): Value | undefined {
    const declaration = this.definition.outputs.get(name);
    if (declaration === undefined) return undefined;
    const key = `output.${name}`;
    return this.#memo.get(key, spanOf(declaration), () => {
      const located = declaration.attributes.get('value');
      if (located === undefined) return unknown('error-in-expression', { detail: this.address(key) });
      const value = evaluate(located.attribute.value, this.scope(located.source));
      const bound = bounded(this.run, this.address(key), value, spanOf(declaration));
      return isTrue(declaration, 'sensitive') ? markSensitive(bound) : bound;
    });
  }

  /** A resource (`type.name`) or data block (`data.type.name`); undefined when it is not declared. */
  resource(key: string): ResourceBlock | undefined {
    const known = this.#resources.get(key);
    if (known !== undefined) return known;
    const isData = key.startsWith('data.');
    const declaration = isData
      ? this.definition.data.get(key.slice('data.'.length))
      : this.definition.resources.get(key);
    if (declaration === undefined) return undefined;
    const block = new ResourceBlock(this, declaration, isData ? 'data' : 'managed');
    this.#resources.set(key, block);
    return block;
  }

  /** A module call; undefined when it is not declared. */
  call(name: string): ModuleCall | undefined {
    const known = this.#calls.get(name);
    if (known !== undefined) return known;
    const declaration = this.definition.calls.get(name);
    if (declaration === undefined) return undefined;
    const call = new ModuleCall(this, declaration);
    this.#calls.set(name, call);
    return call;
  }

  /** The provider configuration under a local name (`aws`, `aws.eu`); undefined when none is passed or declared. */
  provider(key: string): ProviderInstance | undefined {
    if (!this.#providers.has(key)) this.#providers.set(key, findProvider(this, key));
    return this.#providers.get(key);
  }
}
