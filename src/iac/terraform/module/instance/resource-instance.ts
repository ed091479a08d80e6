import { createHash } from 'node:crypto';
import type { ObjectValue, UnknownValue, Value } from '../../../../model/value.ts';
import { fingerprint } from '../../../diff/fingerprint.ts';
import { NULL, object, unknown, unknownness } from '../../evaluate/make.ts';
import { hasSensitive, markIf } from '../../evaluate/marks.ts';
import { providerOf } from '../provider/provider-of.ts';
import type { ProviderInstance } from '../provider/provider-instance.ts';
import { spanOf } from '../source/declaration.ts';
import { GAP } from '../source/gap.ts';
import { evaluateArgument, evaluateBlocks, isEmpty } from './body.ts';
import { dataAttribute, recordedNames } from './models/data-attribute.ts';
import { builtInNames, isBuiltInArgument } from './models/built-in.ts';
import { equalAttribute } from './models/equal-attribute.ts';
import { isIgnored } from './ignored-changes.ts';
import type { InstanceKey } from './instance-key.ts';
import { Memo } from './memo.ts';
import { openBlocks } from './open-blocks.ts';
import { repeatedBy, repetitionText } from './repeated-by.ts';
import type { ResourceBlock } from './resource-block.ts';
import { withProviderMark } from './secret-arguments.ts';

/** One instance of a resource or data block. */
export class ResourceInstance {
  readonly block: ResourceBlock;
  readonly key: InstanceKey;
  readonly address: string;
  readonly #memo: Memo;
  #view: ObjectValue | undefined;
  #asked: string | undefined;

  constructor(block: ResourceBlock, key: InstanceKey) {
    this.block = block;
    this.key = key;
    this.address = block.address + key.suffix;
    this.#memo = new Memo(block.module.run, `${this.address}.`);
  }

  /** The provider configuration that it uses; undefined when none is declared or passed. */
  get provider(): ProviderInstance | undefined {
    return providerOf(this.block.module, this.block.declaration, this.key.bindings);
  }

  /** A written argument, or the blocks of a type as a list of objects; undefined when it is not written. */
  argument(name: string): Value | undefined {
    const { module, declaration, names } = this.block;
    const known = this.#memo.known(name);
    if (known !== undefined || !names.has(name)) return known;
    const located = declaration.attributes.get(name);
    if (located === undefined) {
      return this.#memo.get(name, spanOf(declaration), () =>
        evaluateBlocks(module, declaration.blocks, name, this.key.bindings, declaration.partial),
      );
    }
    const { source, attribute } = located;
    return this.#memo.get(name, { source, start: attribute.start, end: attribute.end }, () =>
      withProviderMark(
        name,
        evaluateArgument(module, source, attribute.value, this.key.bindings),
        this.block.type,
      ),
    );
  }

  /** All written arguments; a dynamic block that produces none is as good as not written. */
  arguments(): ObjectValue {
    const entries = new Map<string, Value>();
    for (const name of this.block.names) {
      const value = this.argument(name);
      const isBlock = !this.block.declaration.attributes.has(name);
      if (value !== undefined && !(isBlock && isEmpty(value))) entries.set(name, value);
    }
    const { declaration } = this.block;
    const written = object(entries, [spanOf(declaration)]);
    return declaration.partial ? { ...written, rest: GAP } : written;
  }

  /** What a reference to one attribute gives: the written argument, else unknown until the cloud computes it. */
  attribute(name: string): Value {
    const isData = this.block.mode === 'data';
    const answer = isData ? dataAttribute(this, name) : undefined;
    if (answer !== undefined) return answer;
    const written = this.argument(name);
    const isBlock = !this.block.declaration.attributes.has(name);
    if (written === undefined || written.kind === 'null' || (isBlock && isEmpty(written))) {
      if (!isData && isBuiltInArgument(this.block.type, name)) return NULL;
      return (isData ? undefined : equalAttribute(this, name)) ?? this.#computed(name);
    }
    const value = isBlock ? openBlocks(written, this.#computed(name)) : written;
    return isIgnored(this.block.ignoredChanges, name) ? this.#maybeOther(name, value) : value;
  }

  /** What `ignore_changes` covers: what is written when the resource is created, else what it was before. */
  #maybeOther(name: string, written: Value): Value {
    const value = { ...this.#computed(name), fallback: written, origin: written.origin };
    return markIf(value, hasSensitive(written));
  }

  /** What a reference to the whole instance gives: what is written, and more that only the cloud knows. */
  view(): ObjectValue {
    this.#view ??= this.#closedView() ?? this.#openView();
    return this.#view;
  }

  /** The view of a type whose attributes are known by name. */
  #closedView(): ObjectValue | undefined {
    const names = this.block.mode === 'data' ? undefined : builtInNames(this.block.type);
    return names && object(new Map(names.map((name) => [name, this.attribute(name)])));
  }

  #openView(): ObjectValue {
    const entries = new Map<string, Value>();
    const recorded = this.block.mode === 'data' ? recordedNames(this) : [];
    for (const name of [...this.block.names, ...(this.#isState ? [] : ['id', 'arn']), ...recorded])
      entries.set(name, this.attribute(name));
    return { ...object(entries), rest: { ...unknownness(this.#computed('')), detail: this.address } };
  }

  /** The digest of the arguments of a data source, and of what decides whether it is there; undefined while they are worked out. */
  #question(): string | undefined {
    if (this.#asked === undefined) {
      this.#asked = 'under way';
      const { expansion, module } = this.block;
      const repetition = repeatedBy(expansion, this.key.doubt !== undefined, module.caller);
      this.#asked = createHash('sha256')
        .update(fingerprint(this.arguments()))
        .update(repetitionText(repetition))
        .digest('base64url');
    }
    return this.#asked === 'under way' ? undefined : this.#asked;
  }

  /** Whether it reads outputs: it has nothing else, no ID and no ARN. */
  get #isState(): boolean {
    return this.block.type === 'terraform_remote_state' || this.block.type === 'tfe_outputs';
  }

  #computed(name: string): UnknownValue {
    const { mode } = this.block;
    const question = mode === 'data' ? this.#question() : undefined;
    const reason =
      mode === 'managed' ? 'computed-attribute' : this.#isState ? 'unresolved-remote-state' : 'data-source';
    // Whatever the provider, these two are texts: that a function is not given a list is worth knowing.
    const isText = name === 'id' || name === 'arn';
    return unknown(reason, {
      ...(isText && { type: 'string' }),
      ...(question !== undefined && { question }),
      detail: `${this.address}.${name}`,
      reference: { address: this.address, attribute: name },
    });
  }
}
