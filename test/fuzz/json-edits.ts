import fc from 'fast-check';
import type { DocumentNode } from '../../src/model/node.ts';
import { SourceText } from '../../src/model/source.ts';
import { readJson } from '../../src/iac/terraform/syntax/json/reader.ts';
import type { Seed } from './corpus.ts';
import type { Mutant } from './edits.ts';

/** A JSON value that can have a name twice; a scalar as it is written. */
type Json = { readonly members: readonly (readonly [string, Json])[] } | readonly Json[] | string;

const strings = [
  '${a.b}',
  'x${ f("y") }',
  '${',
  '%{ if a }b%{ endif }',
  '\uFEFFa',
  '\uFEFF${a}',
  '\ud800',
  'e\u0301',
];
const scalars = [
  'null',
  'true',
  '-0.50',
  '12345678901234567890',
  '1E2',
  '""',
  '"\\u0024{a}"',
  '"\\"${b[\\"k\\"]}\\ud83d\\ude00"',
];
const written = fc.constantFrom(...strings.map((text) => JSON.stringify(text)), ...scalars);
const names = fc.constantFrom(
  '//',
  'a',
  'resource',
  'lifecycle',
  'dynamic',
  'default',
  '${k}',
  '${',
  'e\u0301',
  '\u00e9',
);

const change = fc.oneof(
  written.map((text) => (): Json => text),
  names.map((name) => (node: Json): Json => ({ members: [[name, node]] })),
  names.map(
    (name) =>
      (node: Json): Json =>
        isObject(node) ? { members: [[name, 'null'], ...node.members] } : node,
  ),
  fc.constant((node: Json): Json => [node]),
  fc.constant((node: Json): Json => [node, node]),
  fc.constant((node: Json): Json =>
    isObject(node) ? { members: [...node.members, ...node.members] } : node,
  ),
  fc.constantFrom<Json>([], { members: [] }).map((empty) => (): Json => empty),
);

/** JSON texts in which values were exchanged, wrapped and repeated: still JSON, and not always configuration. */
export function mutatedJson(seeds: readonly Seed[]): fc.Arbitrary<Mutant> {
  const path = fc.array(fc.nat(1000), { maxLength: 7 });
  return fc
    .record({
      seed: fc.constantFrom(...seeds),
      edits: fc.array(fc.tuple(path, change), { minLength: 1, maxLength: 3 }),
    })
    .map(({ seed: { name, text }, edits }) => {
      const { root } = readJson(new SourceText(name, text));
      const start: Json = root === undefined ? { members: [] } : jsonOf(root);
      const changed = print(edits.reduce<Json>((node, [at, apply]) => changedAt(node, at, apply), start));
      return {
        name,
        bytes: new TextEncoder().encode(changed),
        [fc.toStringMethod]: () => `${name}: ${changed}`,
      };
    });
}

function changedAt(node: Json, [first, ...rest]: readonly number[], apply: (node: Json) => Json): Json {
  if (first === undefined || typeof node === 'string') return apply(node);
  const list = isObject(node) ? node.members : node;
  if (list.length === 0) return apply(node);
  const at = first % list.length;
  if (!isObject(node)) return node.map((item, i) => (i === at ? changedAt(item, rest, apply) : item));
  return {
    members: node.members.map(([name, value], i) => [name, i === at ? changedAt(value, rest, apply) : value]),
  };
}

function isObject(node: Json): node is Extract<Json, { members: unknown }> {
  return typeof node === 'object' && 'members' in node;
}

function jsonOf(node: DocumentNode): Json {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return node.items.map(jsonOf);
  return { members: node.entries.map(({ key, value }) => [key, jsonOf(value)]) };
}

function print(node: Json): string {
  if (typeof node === 'string') return node;
  if (!isObject(node)) return `[${node.map(print).join(', ')}]`;
  return `{${node.members.map(([name, value]) => `${JSON.stringify(name)}: ${print(value)}`).join(', ')}}`;
}
