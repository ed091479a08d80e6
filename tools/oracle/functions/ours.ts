import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Type, Value } from '../../../src/model/value.ts';
import { sortedEntries } from '../../../src/iac/terraform/evaluate/canonical.ts';
import { hasSensitive } from '../../../src/iac/terraform/evaluate/marks.ts';
import { numberText } from '../../../src/iac/terraform/evaluate/numbers.ts';
import { typeOf } from '../../../src/iac/terraform/evaluate/type-of.ts';
import { evaluateText } from '../../../src/iac/terraform/evaluate/vectors/evaluate-text.ts';
import { NAMES } from './names.ts';
import type { Outcome } from './vector.ts';

const folder = new URL('files/', import.meta.url);
const FILES = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder.pathname, path), readFileSync(path)] as const;
    }),
);

/** What our evaluator says of an expression, in the form of the vectors. */
export function evaluateOurs(expression: string): { outcome: Outcome; value: Value } {
  const { value, diagnostics } = evaluateText(expression.replaceAll('⏎', '\n'), {
    names: NAMES,
    files: FILES,
    folder: '',
  });
  if (diagnostics.some(({ severity }) => severity === 'error')) return { outcome: { error: true }, value };
  const sensitive = hasSensitive(value);
  const outcome = { type: typeJson(typeOf(value)), value: valueJson(value), ...(sensitive && { sensitive }) };
  return { outcome, value };
}

function typeJson(type: Type): unknown {
  if (type === 'any') return 'dynamic';
  if (typeof type === 'string') return type;
  if ('list' in type) return ['list', typeJson(type.list)];
  if ('set' in type) return ['set', typeJson(type.set)];
  if ('map' in type) return ['map', typeJson(type.map)];
  if ('tuple' in type) return ['tuple', type.tuple.map(typeJson)];
  const attributes = [...type.object].map(([name, { type: inner }]) => [name, typeJson(inner)] as const);
  return ['object', Object.fromEntries(attributes)];
}

function valueJson(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return { $null: typeJson(typeOf(value)) };
    case 'unknown':
      return { $unknown: typeJson(typeOf(value)) };
    case 'bool':
    case 'string':
      return value.value;
    case 'number':
      return numberText(value.value);
    case 'list':
    case 'set':
    case 'tuple':
      return [...value.items.map(valueJson), ...((value.rest ?? value.unplaced) ? [{ $open: true }] : [])];
    default: {
      const entries = sortedEntries(value.entries).map(([key, entry]) => {
        return [value.uncertain?.has(key) ? `${key}?` : key, valueJson(entry)] as const;
      });
      return Object.fromEntries([...entries, ...(value.rest ? [['$open', true] as const] : [])]);
    }
  }
}
