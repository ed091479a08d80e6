import type { Value } from '../../../../model/value.ts';
import { unknown } from '../../evaluate/make.ts';
import { spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import { blockTypes } from './body.ts';
import { ignoredChanges } from './ignored-changes.ts';
import { openExpansion } from './instance-key.ts';
import type { Expansion, InstanceKey } from './instance-key.ts';
import { Lazy } from './lazy.ts';
import type { ModuleInstance } from './module-instance.ts';
import { wholeValue } from './repeated.ts';
import type { Repeated } from './repeated.ts';
import { expand } from './repetition.ts';
import { ResourceInstance } from './resource-instance.ts';

/** Arguments that Terraform reads itself; they are no attributes. */
const META = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** A resource or data block: the instances that it stands for. */
export class ResourceBlock implements Repeated {
  readonly module: ModuleInstance;
  readonly declaration: Declaration;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** Without instance keys. */
  readonly address: string;
  /** Names of the written arguments and nested block types, without those that Terraform reads itself. */
  readonly names: ReadonlySet<string>;
  /** Arguments of a resource of which only the first creation takes what is written. */
  readonly ignoredChanges: readonly string[] | 'all' | undefined;
  #expansion: Lazy<Expansion> | undefined;
  #whole: Lazy<Value> | undefined;
  readonly #instances = new Map<string, ResourceInstance>();

  constructor(module: ModuleInstance, declaration: Declaration, mode: 'managed' | 'data') {
    const [type = '', name = ''] = declaration.labels;
    this.module = module;
    this.declaration = declaration;
    this.mode = mode;
    this.type = type;
    this.name = name;
    this.address = module.address(`${mode === 'data' ? 'data.' : ''}${type}.${name}`);
    const names = new Set([...declaration.attributes.keys(), ...blockTypes(declaration.blocks)]);
    for (const meta of META) names.delete(meta);
    this.names = names;
    this.ignoredChanges = mode === 'data' ? undefined : ignoredChanges(declaration);
  }

  get expansion(): Expansion {
    this.#expansion ??= new Lazy(
      this.module.run,
      `${this.address} (repetition)`,
      spanOf(this.declaration),
      () => expand(this.module, this.declaration),
      (cause) => openExpansion('count', [], cause),
    );
    return this.#expansion.get();
  }

  /** The instance under a key. */
  at(key: InstanceKey): ResourceInstance {
    let instance = this.#instances.get(key.suffix);
    if (instance === undefined) {
      instance = new ResourceInstance(this, key);
      this.#instances.set(key.suffix, instance);
    }
    return instance;
  }

  part(key: InstanceKey, name: string): Value {
    return this.at(key).attribute(name);
  }

  view(key: InstanceKey): Value {
    return this.at(key).view();
  }

  whole(): Value {
    this.#whole ??= new Lazy(
      this.module.run,
      this.address,
      spanOf(this.declaration),
      () => wholeValue(this),
      ({ reason }) => unknown(reason, { detail: this.address }),
    );
    return this.#whole.get();
  }
}
