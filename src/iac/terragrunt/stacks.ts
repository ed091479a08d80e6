import type { Diagnostic } from '../../model/diagnostic.ts';
import { rangeOf } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { object, unknownness } from '../terraform/evaluate/make.ts';
import { traits } from '../terraform/evaluate/traits.ts';
import { shownAddress } from '../terraform/module/fetch/address/shown-address.ts';
import { filesBelow } from '../terraform/module/project/file-access.ts';
import type { UnresolvedRoot } from '../terraform/module/project/wrapper.ts';
import { folderOf, inFolder } from '../terraform/module/source/folders.ts';
import { topBlocks } from './bodies.ts';
import type { LabelledBody } from './bodies.ts';
import { ConfigFile } from './config-file.ts';
import { LIMITS } from './limits.ts';
import { isStackFile } from './names.ts';
import { openComponent } from './open-component.ts';
import type { OpenComponent } from './open-component.ts';
import { Reading } from './reading.ts';
import type { Surroundings } from './reading.ts';
import type { StackValues } from './unit.ts';
import { repositoryPath } from './virtual-path.ts';

const NAME = 'terragrunt.stack.hcl';

/** What the stacks of a tree stand for. */
export interface Stacks {
  /** The folder that each generated folder is a copy of. */
  readonly copies: ReadonlyMap<string, string>;
  /** What is given to the units in generated folders. */
  readonly values: ReadonlyMap<string, StackValues>;
  /** Folders that are copied: they are templates, not units. */
  readonly sources: ReadonlySet<string>;
  /** Generated folders whose source is not in the repository. */
  readonly missing: readonly MissingComponent[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A `unit` or `stack` block that nothing can be generated from. */
export interface MissingComponent extends StackValues {
  readonly folder: string;
  readonly unresolved: UnresolvedRoot;
}

interface Pending {
  readonly folder: string;
  readonly path: string;
  readonly given: StackValues | undefined;
  /** Stacks that are being read, the outermost first. */
  readonly under: readonly string[];
}

/**
 * Works out which folders the stacks of a tree generate: `unit` and `stack` blocks copy their source to a path below
 * `.terragrunt-stack`, and stacks among them do so in turn (Terragrunt documentation, "Stacks").
 */
export function readStacks(surroundings: Surroundings): Stacks {
  const { tree } = surroundings.loader;
  const found = new StackReader(surroundings);
  const all = tree.paths.filter(isStackFile).map((path) => ({ path, folder: folderOf(path) }));
  for (const { path, folder } of all) found.add({ path, folder, given: undefined, under: [path] });
  return found.stacks();
}

class StackReader {
  readonly #surroundings: Surroundings;
  readonly #copies = new Map<string, { readonly source: string; readonly from: string }>();
  readonly #values = new Map<string, StackValues>();
  readonly #stackSources = new Set<string>();
  readonly #missing = new Map<string, MissingComponent & { readonly from: string }>();
  /** Folders that components are generated from of which nobody can tell where to, with the stack that says so. */
  readonly #templates = new Map<string, string>();
  #templateFiles = 0;
  readonly #byStack = new Map<string, Diagnostic[]>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Stacks that others copy are templates: what they would generate where they stand is left out. */
  stacks(): Stacks {
    const copies = [...this.#copies].filter(([, { from }]) => !this.#stackSources.has(from));
    const known = new Set(copies.map(([folder]) => folder));
    const values = [...this.#values].filter(([folder]) => known.has(folder));
    const told = [...this.#byStack].filter(([from]) => !this.#stackSources.has(from));
    return {
      copies: new Map(copies.map(([folder, { source }]) => [folder, source])),
      values: new Map(values),
      sources: new Set([
        ...copies.map(([, { source }]) => source),
        ...[...this.#templates].flatMap(([folder, stack]) => (this.#stackSources.has(stack) ? [] : [folder])),
      ]),
      missing: [...this.#missing.values()].filter(({ from }) => !this.#stackSources.has(from)),
      diagnostics: told.flatMap(([, diagnostics]) => diagnostics),
    };
  }

  /** Reads a stack; `folder` is where it generates, which is not where a copied one stands. */
  add(stack: Pending, from = stack.folder): void {
    const place = inFolder(stack.folder, NAME);
    const reading = new Reading(this.#surroundings, place, () => undefined, stack.given?.values);
    const part = { path: stack.path, config: place, isIncluded: false };
    const config = new ConfigFile(reading, part);
    for (const block of topBlocks(config.file, 'unit')) this.#component(stack, from, config, block, 'unit');
    for (const block of topBlocks(config.file, 'stack')) this.#component(stack, from, config, block, 'stack');
    this.#byStack.set(from, [...(this.#byStack.get(from) ?? []), ...reading.diagnostics]);
  }

  #component(
    stack: Pending,
    from: string,
    config: ConfigFile,
    block: LabelledBody,
    kind: 'unit' | 'stack',
  ): void {
    const { reading, file } = config;
    const at = { source: file.source, start: block.start, end: block.end };
    const open = openComponent(config, block, stack.folder);
    if (open !== undefined) {
      this.#open(stack, from, config, open);
      return;
    }
    const { entries } = config.body(block.body);
    const [source, path] = [entries.get('source'), entries.get('path')];
    const what = `${kind} ${JSON.stringify(block.label)}`;
    if (source?.kind !== 'string' || path?.kind !== 'string') return;
    const below = entries.get('no_dot_terragrunt_stack');
    const base =
      below?.kind === 'bool' && below.value ? stack.folder : inFolder(stack.folder, '.terragrunt-stack');
    const target = repositoryPath(base, path.value);
    if (target === undefined || this.#isFull(stack)) {
      const message = `What ${what} generates is left out: its path leads too far, or there are too many.`;
      reading.reportAt('error', message, at);
      return;
    }
    const values = entries.get('values');
    const given: StackValues = {
      values: valuesOf(values),
      paths: [...(stack.given?.paths ?? []), ...reading.paths],
    };
    const folder = repositoryPath(stack.folder, source.value.replace(/\/\/+/g, '/'));
    if (folder === undefined || filesBelow(reading.loader.tree, folder).length === 0) {
      const reason = `The ${kind} is not in this repository.`;
      const unresolved = {
        ...{ sourceAddress: shownAddress(source.value), print: source.value },
        ...{ reason, source: rangeOf(at) },
      };
      this.#missing.set(target, { ...given, folder: target, unresolved, from });
      return;
    }
    const nested = inFolder(folder, NAME);
    if (kind === 'stack' && stack.under.includes(nested)) {
      const way = [...stack.under.slice(stack.under.indexOf(nested)), nested];
      reading.reportAt('error', `The stack copies itself: ${way.join(' → ')}.`, at);
      return;
    }
    this.#copies.set(target, { source: folder, from });
    this.#values.set(target, given);
    if (kind === 'stack') this.#nested(folder, target, given, stack, from);
  }

  /** Notes a component that stands for all that it generates. */
  #open(stack: Pending, from: string, { reading }: ConfigFile, component: OpenComponent): void {
    const { folder, templates, files, unresolved } = component;
    for (const template of templates) this.#templates.set(template, from);
    this.#templateFiles += files.length;
    if (this.#isFull(stack) || this.#templateFiles > LIMITS.copiedFiles) {
      const message = 'There are too many components of stacks that are not evaluated; more are left out.';
      reading.report({ severity: 'error', code: 'check-limit', message, source: unresolved.source });
      return;
    }
    const paths = [...(stack.given?.paths ?? []), ...reading.paths, ...files];
    this.#missing.set(folder, { values: object({}), paths, folder, unresolved, from });
  }

  #isFull({ under }: Pending): boolean {
    return this.#copies.size + this.#missing.size >= LIMITS.stackUnits || under.length > LIMITS.stackDepth;
  }

  #nested(source: string, folder: string, given: StackValues, stack: Pending, from: string): void {
    const path = inFolder(source, NAME);
    if (this.#surroundings.loader.tree.blobId(path) === undefined) return;
    this.#stackSources.add(source);
    this.add({ path, folder, given, under: [...stack.under, path] }, from);
  }
}

/** What cannot be told of the values may be any of them. */
function valuesOf(values: Value | undefined): ObjectValue {
  if (values === undefined || values.kind === 'null') return object({});
  if ('entries' in values) return values;
  const rest = unknownness(traits(values).unknown ?? { reason: 'error-in-expression', detail: 'values' });
  return { ...object({}, values.origin), rest };
}
