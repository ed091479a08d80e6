import { itemsOf, entriesOf, nodeAt } from '../../config/yaml/access.ts';
import { readYamlFile } from '../../config/yaml/file.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { Range } from '../../model/cost.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode, MappingEntry } from '../../model/node.ts';
import { rangeOf, type SourceSpan } from '../../model/source.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { clip, numberReading, plainDecimal } from '../evaluate/reading.ts';
import { exactly } from '../../model/range.ts';
import { type AddressForm, addressForm, covers, typeOf, wildcards } from './address.ts';
import { NO_USAGE, type Usage, type UsageAddress, type UsageValue } from './usage.ts';

/** What a usage file says. */
export interface UsageFile {
  readonly usage: Usage;
  /** The addresses that it names, and where. */
  readonly addresses: readonly UsageAddress[];
  readonly diagnostics: readonly Diagnostic[];
}

type Values = Map<string, UsageValue>;
type Report = (code: string, span: SourceSpan, message: string, hint: string, severity?: 'warning') => void;

const SCENARIOS = ['low', 'likely', 'high'] as const;

/**
 * Reads a usage file: `resource_usage` by address, `[*]` for any instance, and
 * `resource_type_default_usage` by type, with the keys of Infracost's usage files. A figure is a plain
 * number or `{low, likely, high}`. What is wrong is in the diagnostics with its line; the rest is used.
 */
export function readUsageFile(path: string, bytes: Uint8Array, catalog: Catalog): UsageFile {
  const document = readYamlFile(path, bytes);
  if (document.root === undefined) {
    return { usage: NO_USAGE, addresses: [], diagnostics: document.diagnostics };
  }
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, span, message, hint, severity) =>
    diagnostics.push({ severity: severity ?? 'error', code, message, source: rangeOf(span), hint });
  const usage = readUsage(document.root, catalog, report);
  const addresses = entriesOf(nodeAt(document.root, 'resource_usage')).map(({ key, keySpan }) => {
    return { address: key, source: rangeOf(keySpan) };
  });
  return { usage, addresses, diagnostics };
}

function readUsage(root: DocumentNode, catalog: Catalog, report: Report): Usage {
  checkTop(root, report);
  const defaults = new Map<string, Values>();
  for (const entry of section(root, 'resource_type_default_usage', report)) {
    defaults.set(entry.key, valuesOf(entry, entry.key, catalog, report));
  }
  const patterns = new Map<string, { pattern: AddressForm; values: Values }[]>();
  for (const entry of section(root, 'resource_usage', report)) {
    const pattern = addressForm(entry.key);
    const values = valuesOf(entry, typeOf(entry.key), catalog, report);
    patterns.set(pattern.form, [...(patterns.get(pattern.form) ?? []), { pattern, values }]);
  }
  for (const group of patterns.values()) group.sort((a, b) => wildcards(b.pattern) - wildcards(a.pattern));
  return {
    of(address, type) {
      const form = addressForm(address);
      const matching = (patterns.get(form.form) ?? []).filter(({ pattern }) => covers(pattern, form));
      return new Map(
        [defaults.get(type) ?? new Map(), ...matching.map(({ values }) => values)].flatMap((map) => [...map]),
      );
    },
  };
}

function checkTop(root: DocumentNode, report: Report): void {
  const known = ['version', 'resource_usage', 'resource_type_default_usage'];
  if (root.kind !== 'mapping') {
    report('usage-file', root.span, 'A usage file is a mapping.', `Its keys are ${known.join(', ')}.`);
  }
  for (const { key, keySpan } of entriesOf(root)) {
    if (known.includes(key)) continue;
    const hint = `Known keys are ${known.join(', ')}.`;
    report('unknown-usage-key', keySpan, `"${clip(key)}" is not a part of a usage file.`, hint, 'warning');
  }
}

function section(root: DocumentNode, name: string, report: Report): readonly MappingEntry[] {
  const node = nodeAt(root, name);
  if (node !== undefined && node.kind !== 'mapping' && !isNull(node)) {
    report(
      'usage-value',
      node.span,
      `${name} must be a mapping.`,
      'Write one key a line, its usage below it.',
    );
  }
  return entriesOf(node);
}

function valuesOf(entry: MappingEntry, type: string | undefined, catalog: Catalog, report: Report): Values {
  const values: Values = new Map();
  const known = type === undefined ? undefined : catalog.usageKeys(type);
  const texts = type === undefined ? [] : catalog.textKeys(type);
  if (known === undefined && !isNull(entry.value)) reportEntry(entry, type, catalog, report);
  const visit = (node: DocumentNode, key: string, span: SourceSpan): void => {
    if (isNull(node)) return;
    if (node.kind === 'mapping' && !isRange(node)) {
      for (const inner of node.entries)
        visit(inner.value, key === '' ? inner.key : `${key}.${inner.key}`, inner.keySpan);
      return;
    }
    if (known !== undefined && !known.includes(key)) reportKey(key, type ?? '', known, span, report);
    const isFigure = known?.includes(key) === true && !texts.includes(key);
    const value = valueOf(node, key, isFigure, report);
    if (value !== undefined) values.set(key, value);
  };
  visit(entry.value, '', entry.keySpan);
  return values;
}

function reportKey(
  key: string,
  type: string,
  known: readonly string[],
  span: SourceSpan,
  report: Report,
): void {
  const hint =
    known.length === 0
      ? `${type} depends on no usage.`
      : `Keys of ${type}: ${[...known].sort(byCodePoint).join(', ')}.`;
  const message = `"${clip(key)}" is not used: no price of ${type} depends on it.`;
  report('unknown-usage-key', span, message, hint, 'warning');
}

/** A file may say more than is priced: that part is named, and the rest is used. */
function reportEntry(
  { key, keySpan }: MappingEntry,
  type: string | undefined,
  catalog: Catalog,
  report: Report,
): void {
  const free = type === undefined ? undefined : catalog.free(type);
  const message =
    type === undefined
      ? `The usage of "${clip(key)}" is not used: it names no resource type.`
      : free === undefined
        ? `The usage of "${clip(key)}" is not used: ${clip(type)} is not priced.`
        : `The usage of "${clip(key)}" is not used: ${type} costs nothing by itself.`;
  const hint = 'Write a type, or an address such as aws_nat_gateway.main, and keys that the type has.';
  report('unknown-usage-key', keySpan, message, free === undefined ? hint : free.reason, 'warning');
}

function valueOf(node: DocumentNode, key: string, isFigure: boolean, report: Report): UsageValue | undefined {
  if (node.kind === 'mapping') return rangeValue(node, key, report);
  if (node.kind === 'sequence') {
    const count = itemsOf(node).length;
    report(
      'usage-value',
      node.span,
      `${clip(key)} is a list of ${count}; expected one figure.`,
      'Write a number.',
    );
    return undefined;
  }
  if (typeof node.value !== 'number' && !isFigure) return { kind: 'text', text: node.text };
  const range = amount(node, key, report);
  return range === undefined ? undefined : { kind: 'amount', range };
}

function rangeValue(node: DocumentNode, key: string, report: Report): UsageValue | undefined {
  const [low, likely, high] = SCENARIOS.map((name) => {
    const part = nodeAt(node, name);
    if (part !== undefined) return amount(part, `${key}.${name}`, report)?.likely;
    report('usage-value', node.span, `${clip(key)} has no ${name}.`, 'Give low, likely and high together.');
    return undefined;
  });
  if (low === undefined || likely === undefined || high === undefined) return undefined;
  if (low.gt(likely) || likely.gt(high)) {
    report(
      'usage-value',
      node.span,
      `${clip(key)}: low, likely and high are out of order.`,
      'low ≤ likely ≤ high.',
    );
    return undefined;
  }
  return { kind: 'amount', range: { low, likely, high } };
}

function amount(node: DocumentNode, key: string, report: Report): Range | undefined {
  const value =
    node.kind === 'scalar' && node.value !== null ? plainDecimal(ungrouped(node.text)) : undefined;
  const reading = value === undefined ? undefined : numberReading(value, clip(key));
  if (reading?.kind === 'number') return exactly(reading.range.likely);
  const found = node.kind === 'scalar' ? `"${clip(node.text)}"` : `a ${node.kind}`;
  const message = reading?.kind === 'unknown' ? `${reading.reason}.` : `${clip(key)} is ${found}.`;
  report('usage-value', node.span, message, 'Write a plain number from 0 on, such as 1500 or 0.25.');
  return undefined;
}

/** A figure whose digits are grouped, as Infracost's usage files may write it: 1_000_000. */
function ungrouped(text: string): string {
  return /^\d+(_\d+)+(\.\d+)?$/.test(text) ? text.replaceAll('_', '') : text;
}

function isRange(node: DocumentNode): boolean {
  const entries = entriesOf(node);
  return entries.length > 0 && entries.every(({ key }) => (SCENARIOS as readonly string[]).includes(key));
}

function isNull(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
