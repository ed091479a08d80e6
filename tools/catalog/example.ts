import { decimal } from '../../src/lib/decimal.ts';
import type { Resource } from '../../src/model/resource.ts';
import { SourceText } from '../../src/model/source.ts';
import type { ObjectValue, Value } from '../../src/model/value.ts';

const position = { line: 1, column: 1 };

/** A resource of an example. Its attributes are plain data; a text `${…}` is a value that is not known. */
export function exampleResource(
  address: string,
  attributes: Readonly<Record<string, unknown>>,
  region: string,
): Resource {
  const [type = '', name = ''] = address.split('.');
  return {
    address,
    type,
    name,
    modulePath: '',
    provider: { name: 'aws', defaultTags: { kind: 'null', origin: [] } },
    region: exampleValue(region),
    attributes: exampleValue(attributes) as ObjectValue,
    source: { file: 'main.tf', start: position, end: position },
    project: 'example',
    repetition: 'exact',
  };
}

/** The value of plain data: objects and lists as blocks, `${aws_x.y.id}` a reference, `${data.…}` unknown. */
export function exampleValue(plain: unknown): Value {
  const origin = [{ source: new SourceText('main.tf', ''), start: 0, end: 0 }];
  if (plain === null || plain === undefined) return { kind: 'null', origin };
  if (typeof plain === 'boolean') return { kind: 'bool', value: plain, origin };
  if (typeof plain === 'number') return { kind: 'number', value: decimal(plain), origin };
  if (Array.isArray(plain)) return { kind: 'list', items: plain.map(exampleValue), origin };
  if (typeof plain === 'object') {
    const entries = new Map(Object.entries(plain).map(([key, value]) => [key, exampleValue(value)]));
    return { kind: 'object', entries, origin };
  }
  const text = plain as string;
  const reference = /^\$\{(?<address>\w+\.\w+)\.(?<attribute>\w+)\}$/.exec(text)?.groups;
  if (text.startsWith('${') && (reference === undefined || text.startsWith('${data.'))) {
    return { kind: 'unknown', reason: 'data-source', detail: text.slice(2, -1), origin };
  }
  if (reference === undefined) return { kind: 'string', value: text, origin };
  const { address = '', attribute = '' } = reference;
  return {
    kind: 'unknown',
    reason: 'computed-attribute',
    detail: `${address}.${attribute}`,
    reference: { address, attribute },
    origin,
  };
}
