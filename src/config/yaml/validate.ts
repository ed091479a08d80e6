import { isDate, isInstant } from '../../lib/calendar.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, type SourceSpan } from '../../model/source.ts';
import { entryOf } from './access.ts';
import { firstDiagnostics, MOST_ERRORS } from './first.ts';
import { resolveRef, type JsonSchema, type TypeName } from './json-schema.ts';
import { list, pathOf, quoted, shown, TYPE_WORDS } from './wording.ts';

/**
 * Checks a document against a schema of ours: one diagnostic an error, in the order of the document,
 * each at its line. `what` names the kind of document, such as "a billing profile". Empty when valid.
 */
export function validate(root: DocumentNode, what: string, schema: JsonSchema): readonly Diagnostic[] {
  const check = new Check(schema, what);
  check.node(root, schema, []);
  return firstDiagnostics(check.diagnostics);
}

/** What is there, and what should be. */
interface Found {
  readonly actual: string;
  readonly expected: string;
}

class Check {
  readonly diagnostics: Diagnostic[] = [];
  readonly #root: JsonSchema;
  readonly #what: string;

  constructor(root: JsonSchema, what: string) {
    this.#root = root;
    this.#what = what;
  }

  node(node: DocumentNode, given: JsonSchema, path: readonly (string | number)[]): void {
    if (this.#full()) return;
    const schema = this.#branch(node, resolveRef(given, this.#root), path);
    if (schema === undefined || !this.#type(node, schema, path)) return;
    if (node.kind === 'scalar') this.#scalar(node, schema, path);
    else if (node.kind === 'sequence') this.#sequence(node, schema, path);
    else this.#mapping(node, schema, path);
  }

  #error(code: string, span: SourceSpan, message: string, found: Found, hint?: string): void {
    const help = hint === undefined ? {} : { hint };
    this.diagnostics.push({ severity: 'error', code, message, source: rangeOf(span), ...found, ...help });
  }

  /** One more than is shown, so that it can be said that there are more. */
  #full(): boolean {
    return this.diagnostics.length > MOST_ERRORS;
  }

  /** Of `oneOf` the branch that the node is meant for: by its type, then by the property that has a `const`. */
  #branch(
    node: DocumentNode,
    schema: JsonSchema,
    path: readonly (string | number)[],
  ): JsonSchema | undefined {
    if (schema.oneOf === undefined) return schema;
    const branches = schema.oneOf.map((branch) => resolveRef(branch, this.#root));
    const fitting = branches.filter((branch) => fits(node, typesOf(branch)));
    if (fitting.length === 0) {
      const explained = branches.find((branch) => branch.patternErrorMessage !== undefined) ?? {};
      this.#type(node, { ...explained, type: branches.flatMap(typesOf) }, path);
      return undefined;
    }
    if (fitting.length === 1) return fitting[0];
    return this.#discriminated(node, fitting, path);
  }

  #discriminated(
    node: DocumentNode,
    branches: readonly JsonSchema[],
    path: readonly (string | number)[],
  ): JsonSchema | undefined {
    const constOf = (branch: JsonSchema, name: string) => branch.properties?.[name]?.const;
    const key = Object.keys(branches[0]?.properties ?? {}).find((name) =>
      branches.every((branch) => constOf(branch, name) !== undefined),
    );
    if (key === undefined) throw new Error(`The branches at "${pathOf(path)}" cannot be told apart.`);
    const entry = entryOf(node, key);
    const allowed = branches.map((branch) => String(constOf(branch, key)));
    if (entry === undefined) {
      const expected = `"${key}", one of ${list(allowed)}`;
      this.#error('missing-key', node.span, `${this.#subject(path)} lacks ${expected}.`, {
        actual: `lacks "${key}"`,
        expected,
      });
      return undefined;
    }
    const { value } = entry;
    const found = branches.find((branch) => value.kind === 'scalar' && constOf(branch, key) === value.value);
    if (found === undefined) this.#choice(value, allowed, [...path, key]);
    return found;
  }

  #type(node: DocumentNode, schema: JsonSchema, path: readonly (string | number)[]): boolean {
    const types = typesOf(schema);
    if (fits(node, types)) return true;
    const words = `must be ${list([...new Set(types)].map((type) => TYPE_WORDS[type]))}`;
    const textWanted = node.kind === 'scalar' && node.value !== null && types.includes('string');
    const expected = textWanted ? (schema.patternErrorMessage ?? words) : words;
    const hint = textWanted && matches(node.text, schema) ? `Write it in quotes: "${node.text}".` : undefined;
    this.#wrong('wrong-type', node, path, expected, hint);
    return false;
  }

  #choice(node: DocumentNode, allowed: readonly string[], path: readonly (string | number)[]): void {
    const guess = node.kind === 'scalar' ? nearest(node.text, allowed) : undefined;
    const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
    const one = `must be ${allowed.length > 1 ? 'one of ' : ''}${list(allowed)}`;
    this.#wrong('wrong-value', node, path, one, hint);
  }

  /** `problem` is what a value must be, such as "must be a list". */
  #wrong(
    code: string,
    node: DocumentNode,
    path: readonly (string | number)[],
    problem: string,
    hint?: string,
  ): void {
    const found = { actual: shown(node), expected: problem.replace(/^must (?:be )?/, '') };
    const message = `${this.#subject(path)} ${problem}, not ${found.actual}.`;
    this.#error(code, node.span, message, found, hint);
  }

  #scalar(
    node: Extract<DocumentNode, { kind: 'scalar' }>,
    schema: JsonSchema,
    path: readonly (string | number)[],
  ): void {
    const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
    if (allowed !== undefined && !allowed.includes(node.value)) {
      this.#choice(node, allowed.map(String), path);
      return;
    }
    const problem = scalarProblem(node, schema);
    if (problem !== undefined) this.#wrong('wrong-value', node, path, problem);
  }

  #sequence(
    node: Extract<DocumentNode, { kind: 'sequence' }>,
    schema: JsonSchema,
    path: readonly (string | number)[],
  ): void {
    const count = node.items.length;
    const { minItems = 0, maxItems = Infinity, items } = schema;
    if (count < minItems) {
      const expected = `at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`;
      this.#number(node, path, `needs ${expected}`, count, expected);
    }
    if (count > maxItems)
      this.#number(node, path, `may have at most ${maxItems} items`, count, `at most ${maxItems} items`);
    if (items === undefined) return;
    for (const [index, item] of node.items.entries()) this.node(item, items, [...path, index]);
  }

  #mapping(
    node: Extract<DocumentNode, { kind: 'mapping' }>,
    schema: JsonSchema,
    path: readonly (string | number)[],
  ): void {
    const { maxProperties = Infinity } = schema;
    if (node.entries.length > maxProperties) {
      const expected = `at most ${maxProperties} keys`;
      this.#number(node, path, `may have ${expected}`, node.entries.length, expected);
      return;
    }
    for (const name of schema.required ?? []) {
      if (entryOf(node, name) !== undefined) continue;
      const lack = `lacks the key "${name}"`;
      const found = { actual: lack, expected: `the key "${name}"` };
      this.#error('missing-key', node.span, `${this.#subject(path)} ${lack}.`, found);
    }
    for (const { key, keySpan, value } of node.entries) {
      if (this.#full()) return;
      const child = propertySchema(schema, key);
      if (child === false) this.#unknownKey(key, keySpan, Object.keys(schema.properties ?? {}), path);
      else if (child !== true) this.node(value, child, [...path, key]);
    }
  }

  #unknownKey(
    key: string,
    span: SourceSpan,
    known: readonly string[],
    path: readonly (string | number)[],
  ): void {
    const guess = nearest(key, known);
    const place = path.length === 0 ? this.#what : `"${pathOf(path)}"`;
    const hint = guess === undefined ? `Known here: ${[...known].join(', ')}.` : `Did you mean "${guess}"?`;
    const found = { actual: quoted(key), expected: `a key of ${place}` };
    this.#error('unknown-key', span, `${quoted(key)} is not a key of ${place}.`, found, hint);
  }

  /** A list or a mapping that is too short or too long. */
  #number(
    node: DocumentNode,
    path: readonly (string | number)[],
    problem: string,
    count: number,
    expected: string,
  ): void {
    const message = `${this.#subject(path)} ${problem}, not ${count}.`;
    this.#error('wrong-value', node.span, message, { actual: String(count), expected });
  }

  #subject(path: readonly (string | number)[]): string {
    return path.length === 0 ? `The content of ${this.#what}` : `"${pathOf(path)}"`;
  }
}

/** The schema of a key: its own, that of its pattern, or what holds for all others. */
function propertySchema(schema: JsonSchema, key: string): JsonSchema | boolean {
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, key))
    return schema.properties[key] ?? true;
  for (const [pattern, child] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern, 'u').test(key)) return child;
  }
  return schema.additionalProperties ?? true;
}

function scalarProblem(
  node: Extract<DocumentNode, { kind: 'scalar' }>,
  schema: JsonSchema,
): string | undefined {
  const { value, text } = node;
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum) return `must be at least ${schema.minimum}`;
    if (schema.maximum !== undefined && value > schema.maximum) return `must be at most ${schema.maximum}`;
  } else if (typeof value !== 'string') {
    return undefined;
  }
  if (text.length < (schema.minLength ?? 0)) return 'must be a text that is not empty';
  if (text.length > (schema.maxLength ?? Infinity))
    return `must have at most ${schema.maxLength ?? ''} characters`;
  if (schema.format === 'date' && !isDate(text)) return 'must be a date that exists, such as 2026-01-31';
  if (schema.format === 'date-time' && !isInstant(text))
    return 'must be an instant in UTC that exists, such as 2026-01-31T00:00:00Z';
  return matches(text, schema) ? undefined : (schema.patternErrorMessage ?? 'has the wrong form');
}

function matches(text: string, schema: JsonSchema): boolean {
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text);
}

function typesOf(schema: JsonSchema): readonly TypeName[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** Whether a node has one of the types; no types allow all. */
function fits(node: DocumentNode, types: readonly TypeName[]): boolean {
  if (types.length === 0) return true;
  if (node.kind === 'sequence') return types.includes('array');
  if (node.kind === 'mapping') return types.includes('object');
  if (node.value === null) return types.includes('null');
  if (typeof node.value !== 'number') return types.includes(typeof node.value as TypeName);
  return types.includes('number') || (types.includes('integer') && Number.isSafeInteger(node.value));
}
