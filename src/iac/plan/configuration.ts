import { isJsonObject, listMember, member, textMember } from '../../lib/json.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { Written } from '../recorded/value.ts';

/** What the plan tells of the configuration that it was made of. Constants that may be credentials are not kept. */
export interface PlanConfiguration {
  /** Provider configurations by key: `aws`, `aws.eu`, `module.m:aws`. */
  readonly providers: ReadonlyMap<string, PlanProvider>;
  /** Blocks by module path and address without instance keys: see `blockKey`. */
  readonly blocks: ReadonlyMap<string, PlanBlock>;
  /** False when the plan has no such part. */
  readonly isThere: boolean;
}

/** A provider configuration: only what decides where resources are and which tags they get. */
export interface PlanProvider {
  readonly name: string;
  readonly alias?: string;
  /** The module that it stands in, as the plan writes it; `""` for the root. */
  readonly modulePath: string;
  /** Whether it says anything: an entry without arguments can be a requirement, which takes what is passed to it. */
  readonly isConfigured: boolean;
  readonly region: Setting;
  /** `default_tags` (aws) or `default_labels` (google). */
  readonly defaultTags: Setting;
}

/**
 * An argument: a constant, an expression, or not written. Of an expression only the references are known; `value` is that
 * of the one variable that it names, which is what the argument has unless the expression does more with it.
 */
export type Setting =
  | { readonly kind: 'constant'; readonly value: Json }
  | { readonly kind: 'expression'; readonly references: readonly string[]; readonly value?: string }
  | { readonly kind: 'absent' };

/** A resource block. */
export interface PlanBlock {
  readonly providerKey: string | undefined;
  /** Which arguments and nested blocks are written. */
  readonly written: Written;
}

const NOTHING: PlanConfiguration = { providers: new Map(), blocks: new Map(), isThere: false };

/** Modules within modules; deeper ones are not looked at. */
const MAX_MODULES = 32;

/**
 * Reads the `configuration` of a plan (Terraform, "JSON Output Format", configuration representation). `variables` are the
 * values of the root's variables; of these only texts that decide a region are kept.
 */
export function planConfiguration(
  configuration: Json | undefined,
  variables: Json | undefined,
): PlanConfiguration {
  if (!isJsonObject(configuration)) return NOTHING;
  const providers = new Map<string, PlanProvider>();
  const written = member(configuration, 'provider_config');
  for (const [key, entry] of entries(written)) {
    const module = textMember(entry, 'module_address');
    providers.set(
      key,
      planProvider(key, entry, module === undefined ? openVariables(configuration, variables) : {}),
    );
  }
  const blocks = new Map<string, PlanBlock>();
  collectBlocks(member(configuration, 'root_module'), '', blocks, 0);
  return { providers, blocks, isThere: true };
}

/** The key of a block in `blocks`: `module.a.module.b.aws_instance.web`. */
export function blockKey(modulePath: string, type: string, name: string): string {
  return `${modulePath === '' ? '' : `${modulePath}.`}${type}.${name}`;
}

function collectBlocks(
  module: Json | undefined,
  path: string,
  into: Map<string, PlanBlock>,
  depth: number,
): void {
  if (depth > MAX_MODULES) return;
  for (const resource of listMember(module, 'resources')) {
    const [type, name] = [textMember(resource, 'type'), textMember(resource, 'name')];
    if (type === undefined || name === undefined || textMember(resource, 'mode') === 'data') continue;
    into.set(blockKey(path, type, name), {
      providerKey: textMember(resource, 'provider_config_key'),
      written: writtenIn(member(resource, 'expressions')),
    });
  }
  for (const [name, call] of entries(member(module, 'module_calls'))) {
    collectBlocks(member(call, 'module'), blockKey(path, 'module', name), into, depth + 1);
  }
}

/** An expression has `constant_value` or `references`, or is `{}`; nested blocks are lists or objects of such. */
function writtenIn(expressions: Json | undefined): Written {
  const names = new Map<string, readonly string[]>();
  const blocks = new Map<string, Block>();
  for (const [name, entry] of entries(expressions)) {
    const bodies = Array.isArray(entry) ? (entry as readonly Json[]) : isExpression(entry) ? [] : [entry];
    names.set(name, references(entry));
    if (bodies.length > 0)
      blocks.set(name, { written: bodies.map(writtenIn).reduce(joined), count: bodies.length });
  }
  return { names, blocks };
}

type Block = Written['blocks'] extends ReadonlyMap<string, infer T> ? T : never;

/** What is written in either of two blocks. */
function joined(a: Written, b: Written): Written {
  const blocks = new Map(a.blocks);
  for (const [name, { written, count }] of b.blocks) {
    const known = blocks.get(name);
    blocks.set(name, { written: known === undefined ? written : joined(known.written, written), count });
  }
  return { names: new Map([...a.names, ...b.names]), blocks };
}

function references(expression: Json | undefined): readonly string[] {
  return listMember(expression, 'references').filter((one) => typeof one === 'string');
}

function isExpression(entry: Json): boolean {
  if (!isJsonObject(entry)) return true;
  return 'constant_value' in entry || 'references' in entry || Object.keys(entry).length === 0;
}

/** Values of the root's variables that are texts and not secret. */
function openVariables(
  configuration: JsonObject,
  variables: Json | undefined,
): Readonly<Record<string, string>> {
  const declared = member(member(configuration, 'root_module'), 'variables');
  const open = entries(variables).flatMap(([name, entry]) => {
    const value = textMember(entry, 'value');
    const isSecret = member(member(declared, name), 'sensitive') === true;
    return value === undefined || isSecret ? [] : [[`var.${name}`, value] as const];
  });
  return Object.fromEntries(open);
}

function planProvider(key: string, entry: Json, variables: Readonly<Record<string, string>>): PlanProvider {
  const expressions = member(entry, 'expressions');
  const name = textMember(entry, 'name') ?? key.slice(key.lastIndexOf(':') + 1).split('.')[0] ?? key;
  const alias = textMember(entry, 'alias');
  const [defaults] = listMember(expressions, 'default_tags');
  return {
    name,
    ...(alias === undefined ? {} : { alias }),
    modulePath: textMember(entry, 'module_address') ?? '',
    isConfigured: entries(expressions).length > 0,
    region: setting(member(expressions, 'region'), variables),
    defaultTags:
      name === 'aws' ? setting(member(defaults, 'tags')) : setting(member(expressions, 'default_labels')),
  };
}

function setting(expression: Json | undefined, variables: Readonly<Record<string, string>> = {}): Setting {
  const constant = member(expression, 'constant_value');
  if (constant !== undefined)
    return constant === null ? { kind: 'absent' } : { kind: 'constant', value: constant };
  if (expression === undefined) return { kind: 'absent' };
  const found = references(expression);
  const [only = '', ...others] = found;
  const value = others.length === 0 && Object.hasOwn(variables, only) ? variables[only] : undefined;
  return { kind: 'expression', references: found, ...(value === undefined ? {} : { value }) };
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
