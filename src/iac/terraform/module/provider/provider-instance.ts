import type { Value } from '../../../../model/value.ts';
import { NULL, unknown, unknownLike } from '../../evaluate/make.ts';
import { literalString } from '../source/json-body.ts';
import { spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import { GAP } from '../source/gap.ts';
import { evaluateArgument, evaluateBlocks } from '../instance/body.ts';
import type { Bindings } from '../instance/body.ts';
import { Memo } from '../instance/memo.ts';
import type { ModuleInstance } from '../instance/module-instance.ts';
import { providerType } from './provider-type.ts';

/** A provider configuration, evaluated in the module that declares it. */
export class ProviderInstance {
  /** Short name of the provider: the last part of its source address. */
  readonly name: string;
  readonly alias: string | undefined;
  readonly #module: ModuleInstance;
  readonly #declaration: Declaration;
  readonly #bindings: Bindings;
  readonly #memo: Memo;

  constructor(module: ModuleInstance, declaration: Declaration, bindings: Bindings) {
    const alias = declaration.attributes.get('alias');
    this.name = providerType(module.definition, declaration.labels[0] ?? '');
    this.alias = alias === undefined ? undefined : literalString(alias.attribute.value);
    this.#module = module;
    this.#declaration = declaration;
    this.#bindings = bindings;
    const shown = this.alias === undefined ? this.name : `${this.name}.${this.alias}`;
    this.#memo = new Memo(module.run, module.address(`provider.${shown}.`));
  }

  /** An argument of the configuration; undefined when it is not written or null. */
  argument(name: string): Value | undefined {
    return this.#written(name) ?? (this.#mayHave(name) ? unknown(GAP.reason, GAP) : undefined);
  }

  /** Whether damage may hide an argument. */
  #mayHave(name: string): boolean {
    return this.#declaration.partial && !this.#declaration.attributes.has(name);
  }

  #written(name: string): Value | undefined {
    const located = this.#declaration.attributes.get(name);
    if (located === undefined) return undefined;
    const { source, attribute } = located;
    const value = this.#memo.get(name, spanOf(this.#declaration), () =>
      evaluateArgument(this.#module, source, attribute.value, this.#bindings),
    );
    return value.kind === 'null' ? undefined : value;
  }

  /** An argument of a nested block that occurs once; null when it is not written. */
  nested(block: string, name: string): Value {
    const written = this.#written(block) ?? this.#blocks(block);
    const only = written.kind === 'list' || written.kind === 'tuple' ? written.items[0] : written;
    if (only === undefined) return 'rest' in written && written.rest ? unknownLike(written.rest) : NULL;
    if (only.kind === 'unknown') return unknownLike(only);
    if (only.kind !== 'object' && only.kind !== 'map') return NULL;
    return only.entries.get(name) ?? (only.rest === undefined ? NULL : unknownLike(only.rest));
  }

  #blocks(type: string): Value {
    const { blocks, partial } = this.#declaration;
    return this.#memo.get(type, spanOf(this.#declaration), () =>
      evaluateBlocks(this.#module, blocks, type, this.#bindings, partial),
    );
  }
}
