import type { DocumentNode, MappingEntry } from '../../../../model/node.ts';
import type { ObjectValue, Value } from '../../../../model/value.ts';
import { object } from '../../evaluate/make.ts';
import { markSensitive } from '../../evaluate/marks.ts';
import { jsonValue } from './json-value.ts';

/**
 * The outputs of another project in any of the forms that they are kept in: a state file of version 4, what
 * `terraform show -json` or `terraform output -json` prints, or an object of plain values. Sensitive ones stay marked.
 * An output that is not in the file is left open: the file can be older than the configuration.
 */
export function readOutputs(file: readonly MappingEntry[]): ObjectValue {
  const top = new Map(file.map(({ key, value }) => [key, value]));
  const isState = top.has('version') && top.has('terraform_version');
  const values = top.has('format_version') ? entriesOf(top.get('values')) : undefined;
  const outputs = isState
    ? entriesOf(top.get('outputs'))
    : values === undefined
      ? file
      : entriesOf(values.find(({ key }) => key === 'outputs')?.value);
  const isDescribed = outputs.every(({ value }) => isDescription(value));
  const entries = outputs.map(
    ({ key, value }) => [key, isDescribed ? described(value) : jsonValue(value)] as const,
  );
  return { ...object(new Map(entries)), rest: { reason: 'unresolved-remote-state' } };
}

/** What a state says of an output. */
const FIELDS = new Set(['value', 'type', 'sensitive']);

function isDescription(node: DocumentNode): boolean {
  const names = entriesOf(node).map(({ key }) => key);
  return names.includes('value') && names.every((name) => FIELDS.has(name));
}

function described(node: DocumentNode): Value {
  const field = (name: string): DocumentNode | undefined =>
    entriesOf(node).find(({ key }) => key === name)?.value;
  const written = field('value');
  const value: Value = written === undefined ? { kind: 'null', origin: [] } : jsonValue(written);
  const sensitive = field('sensitive');
  return sensitive?.kind === 'scalar' && sensitive.value === true ? markSensitive(value) : value;
}

function entriesOf(node: DocumentNode | undefined): readonly MappingEntry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}
