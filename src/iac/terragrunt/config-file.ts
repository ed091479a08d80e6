import type { ObjectValue, Value } from '../../model/value.ts';
import { evaluate } from '../terraform/evaluate/expression.ts';
import { object, unknown } from '../terraform/evaluate/make.ts';
import { withOrigin } from '../terraform/evaluate/origin.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import { LIMITS as SIZES } from '../terraform/module/instance/limits.ts';
import type { Attribute, Body, Expression, SyntaxFile } from '../terraform/syntax/ast.ts';
import { argument, blocksOf, topBlocks } from './bodies.ts';
import type { LabelledBody } from './bodies.ts';
import { dependencyValue } from './dependency.ts';
import { featureValue } from './feature.ts';
import { generateValue } from './generated-text.ts';
import { includesOf } from './include.ts';
import type { Include } from './include.ts';
import type { Reading } from './reading.ts';
import { ConfigScope } from './scope.ts';

/** Which file is read as what. */
export interface Part {
  /** The file itself: its relative paths start in its folder. */
  readonly path: string;
  /** The configuration that it is a part of: the functions speak of that one's folder. */
  readonly config: string;
  /** Read for the `include` block of `config`. */
  readonly isIncluded: boolean;
}

/** Blocks that expressions of all files of a configuration can refer to. */
export type Shared = 'dependency' | 'feature';

/** Attributes that are blocks in JSON syntax, and blocks that are evaluated by themselves or not at all. */
const BLOCKS = new Set(['include', 'dependency', 'feature', 'generate', 'terraform', 'remote_state']);
const PLAIN_BLOCKS = ['remote_state', 'dependencies', 'exclude'];
const IGNORED = new Set([
  'before_hook',
  'after_hook',
  'error_hook',
  'errors',
  'engine',
  'catalog',
  'unit',
  'stack',
]);

/**
 * One file of Terragrunt configuration. Its blocks are evaluated when something asks for them: includes see functions only,
 * locals see includes and features too, all others see everything (Terragrunt documentation, "Configuration parsing order").
 */
export class ConfigFile {
  readonly reading: Reading;
  readonly part: Part;
  readonly file: SyntaxFile;
  readonly scope: ConfigScope;
  readonly #locals = new Map<string, Value | 'under way'>();
  readonly #named = new Map<string, Value>();
  readonly #includer: ConfigFile | undefined;
  #includes: readonly Include[] | undefined;
  #own: ObjectValue | undefined;

  /** `includer` is the configuration that an included file is read for. */
  constructor(reading: Reading, part: Part, includer?: ConfigFile) {
    this.reading = reading;
    this.part = part;
    this.#includer = includer;
    this.file = reading.parse(part.path);
    this.scope = new ConfigScope(this);
  }

  /** Another file that takes part in the reading. */
  open(part: Part, includer?: ConfigFile): ConfigFile {
    return new ConfigFile(this.reading, part, includer);
  }

  get includes(): readonly Include[] {
    this.#includes ??= includesOf(this);
    return this.#includes;
  }

  /** The value of an expression of the file. */
  evaluate(expression: Expression): Value {
    const span = { source: this.file.source, start: expression.start, end: expression.end };
    const value = evaluate(expression, this.scope);
    if (traits(value).weight > SIZES.weight) {
      this.reading.reportAt('error', 'The value is too large to be evaluated; it is shown as unknown.', span);
      return unknown('evaluation-limit', { origin: [span] });
    }
    return withOrigin(value, span);
  }

  /** The value of a local; undefined when it is not declared. */
  local(name: string): Value | undefined {
    const known = this.#locals.get(name);
    if (known === 'under way') {
      const at = this.#localAttributes().find((attribute) => attribute.name === name);
      const span = { source: this.file.source, start: at?.start ?? 0, end: at?.end ?? 0 };
      this.reading.reportAt('error', `The value depends on itself: local.${name}.`, span);
      return unknown('error-in-expression', { detail: `local.${name}` });
    }
    if (known !== undefined) return known;
    const attribute = this.#localAttributes().find((one) => one.name === name);
    if (attribute === undefined) return undefined;
    this.#locals.set(name, 'under way');
    const value = this.evaluate(attribute.value);
    this.#locals.set(name, value);
    return value;
  }

  /** A dependency as an object with its `outputs`, or a feature flag with its `value`. All files of a configuration share them. */
  shared(type: Shared, name: string): Value | undefined {
    return this.#includer?.shared(type, name) ?? this.declared(type, name) ?? this.#included(type, name);
  }

  /** The same, of this file alone. */
  declared(type: Shared, name: string): Value | undefined {
    const key = `${type}.${name}`;
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const block = topBlocks(this.file, type).find(({ label }) => label === name);
    if (block === undefined) return undefined;
    const value = type === 'feature' ? featureValue(this, block) : dependencyValue(this, block);
    this.#named.set(key, value);
    return value;
  }

  /** Whether the configuration that this file is included by writes an argument of a shared block itself. */
  isOverridden(type: Shared, name: string, argumentName: string): boolean {
    const includer = this.#includer;
    const blocks = includer === undefined ? [] : topBlocks(includer.file, type);
    return blocks.some(({ label, body }) => label === name && argument(body, argumentName) !== undefined);
  }

  /** What the file itself configures, without what it includes. */
  own(): ObjectValue {
    this.#own ??= this.#evaluateAll();
    return this.#own;
  }

  #evaluateAll(): ObjectValue {
    const { body } = this.file;
    // Only to say that they are left out.
    if (this.part.isIncluded) includesOf(this);
    const entries = new Map<string, Value>([['locals', this.#allLocals()]]);
    for (const attribute of body.attributes) {
      if (BLOCKS.has(attribute.name) && this.file.source.path.endsWith('.json')) continue;
      if (!IGNORED.has(attribute.name)) entries.set(attribute.name, this.evaluate(attribute.value));
    }
    for (const type of PLAIN_BLOCKS) {
      const [block] = topBlocks(this.file, type);
      if (block !== undefined) entries.set(type, this.body(block.body));
    }
    this.#setLabelled(entries, 'dependency', ({ label }) => this.declared('dependency', label));
    this.#setLabelled(entries, 'feature', ({ label }) => this.declared('feature', label));
    this.#setLabelled(entries, 'generate', (block) => generateValue(this, block));
    const [terraform] = topBlocks(this.file, 'terraform');
    if (terraform !== undefined) entries.set('terraform', this.#terraform(terraform.body));
    return object(entries, [{ source: this.file.source, start: body.start, end: body.end }]);
  }

  /** A body as an object of its arguments. */
  body(body: Body): ObjectValue {
    const written = body.attributes.filter(({ name }) => !IGNORED.has(name));
    const entries = written.map(({ name, value }): [string, Value] => [name, this.evaluate(value)]);
    return object(new Map(entries), [{ source: this.file.source, start: body.start, end: body.end }]);
  }

  #terraform(body: Body): ObjectValue {
    const isBlock = this.file.source.path.endsWith('.json') ? new Set(['extra_arguments']) : new Set();
    const attributes = body.attributes.filter(({ name }) => !isBlock.has(name));
    const { entries, origin } = this.body({ ...body, attributes });
    const args = blocksOf(body, 'extra_arguments', this.file.source);
    const all = object(new Map(args.map(({ label, body: inner }) => [label, this.body(inner)])));
    return object(new Map([...entries, ['extra_arguments', all]]), origin);
  }

  #setLabelled(
    entries: Map<string, Value>,
    type: string,
    value: (block: LabelledBody) => Value | undefined,
  ): void {
    const blocks = topBlocks(this.file, type);
    if (blocks.length === 0) return;
    const given = blocks.flatMap((block): [string, Value][] => {
      const found = value(block);
      return found === undefined ? [] : [[block.label, found]];
    });
    const written = entries.get(type);
    const others = written !== undefined && 'entries' in written ? written.entries : [];
    entries.set(type, object(new Map([...others, ...given])));
  }

  #included(type: Shared, name: string): Value | undefined {
    for (const { strategy, file } of [...this.includes].reverse()) {
      const found = strategy === 'no_merge' ? undefined : file.declared(type, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #allLocals(): ObjectValue {
    const names = new Set(this.#localAttributes().map(({ name }) => name));
    return object(
      new Map([...names].map((name) => [name, this.local(name) ?? unknown('error-in-expression')])),
    );
  }

  #localAttributes(): readonly Attribute[] {
    return topBlocks(this.file, 'locals').flatMap(({ body }) => body.attributes);
  }
}
