import { rangeOf } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { object, unknown } from '../../evaluate/make.ts';
import { spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import type { ModuleDefinition } from '../source/definition.ts';
import { callFingerprint } from './call-fingerprint.ts';
import { type CallProblem, findDefinition } from './call-target.ts';
import { callInputs } from './inputs.ts';
import { openExpansion } from './instance-key.ts';
import type { Expansion, InstanceKey } from './instance-key.ts';
import { Lazy } from './lazy.ts';
import { ModuleInstance } from './module-instance.ts';
import { expand } from './repetition.ts';
import { wholeValue } from './repeated.ts';
import type { Repeated } from './repeated.ts';

/** A module block: the module instances that it stands for. */
export class ModuleCall implements Repeated {
  readonly declaration: Declaration;
  readonly address: string;
  readonly #caller: ModuleInstance;
  readonly #expansion: Lazy<Expansion>;
  readonly #instances = new Map<string, ModuleInstance | undefined>();
  #target: { readonly definition: ModuleDefinition } | CallProblem | undefined;
  #whole: Lazy<Value>;

  constructor(caller: ModuleInstance, declaration: Declaration) {
    const { run } = caller;
    this.declaration = declaration;
    this.address = caller.address(`module.${declaration.labels[0] ?? ''}`);
    this.#caller = caller;
    const at = spanOf(declaration);
    this.#expansion = new Lazy(
      run,
      `${this.address} (repetition)`,
      at,
      () => expand(caller, declaration),
      (cause) => openExpansion('count', [], cause),
    );
    this.#whole = new Lazy(
      run,
      this.address,
      at,
      () => wholeValue(this),
      ({ reason }) => unknown(reason, { detail: this.address }),
    );
  }

  get expansion(): Expansion {
    return this.#expansion.get();
  }

  /** The folder of the package that the module comes from; undefined for one of the repository, or of the caller's package. */
  get packageFolder(): string | undefined {
    const target = this.#caller.run.loader.target(this.#caller.definition, this.declaration);
    return target.kind === 'folder' ? target.found?.packageFolder : undefined;
  }

  /** Why the module's definition is not there; undefined when it is. */
  get problem(): string | undefined {
    const target = this.#resolve();
    return 'problem' in target ? target.problem : undefined;
  }

  /** The instance under a key; undefined when the module is unresolved. */
  at(key: InstanceKey): ModuleInstance | undefined {
    if (this.#instances.has(key.suffix)) return this.#instances.get(key.suffix);
    const target = this.#resolve();
    const instance = 'definition' in target ? this.#make(target.definition, key) : undefined;
    this.#instances.set(key.suffix, instance);
    return instance;
  }

  part(key: InstanceKey, name: string): Value | undefined {
    if (this.problem !== undefined) return this.#unresolved(`${this.address}${key.suffix}.${name}`);
    const instance = this.at(key);
    return instance === undefined ? this.#unresolved(this.address) : instance.output(name);
  }

  view(key: InstanceKey): Value {
    if (this.problem !== undefined) return this.#unresolved(this.address + key.suffix);
    const instance = this.at(key);
    if (instance === undefined) return this.#unresolved(this.address);
    const entries = new Map<string, Value>();
    for (const name of instance.definition.outputs.keys()) {
      entries.set(name, instance.output(name) ?? this.#unresolved(this.address));
    }
    return object(entries);
  }

  whole(): Value {
    return this.#whole.get();
  }

  /** Lists the call among the unresolved modules of the project, unless it stands for no instance. */
  listUnresolved(): void {
    const { run } = this.#caller;
    const target = this.#resolve();
    if (!('problem' in target) || this.expansion.keys.length === 0) return;
    const { problem: reason, hint } = target;
    run.unresolved.push({
      address: this.address,
      sourceAddress: run.loader.target(this.#caller.definition, this.declaration).sourceAddress,
      reason,
      ...(hint === undefined ? {} : { hint }),
      source: rangeOf(spanOf(this.declaration)),
      project: run.project.id,
      fingerprint: callFingerprint(this.#caller, this.declaration, this.expansion),
    });
  }

  #unresolved(detail: string): Value {
    return unknown('unresolved-module', { detail });
  }

  #make(definition: ModuleDefinition, key: InstanceKey): ModuleInstance {
    const { run } = this.#caller;
    const inputs = callInputs(this.#caller, this.declaration, key.bindings);
    const path = this.address + key.suffix;
    return new ModuleInstance(run, definition, path, inputs, {
      module: this.#caller,
      call: this,
      bindings: key.bindings,
      inDoubt: key.doubt !== undefined,
    });
  }

  #resolve() {
    this.#target ??= findDefinition(this.#caller, this.declaration);
    return this.#target;
  }
}
