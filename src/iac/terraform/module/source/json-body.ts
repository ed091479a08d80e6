import type { Attribute, Body, Expression } from '../../syntax/ast.ts';

/**
 * The bodies that a value of JSON syntax stands for where a block is expected: an object is one body, a list several;
 * a list in it is one body too, with the arguments of all its objects (HCL JSON syntax specification, section
 * "Blocks"). Anything else gives none.
 */
export function jsonBodies(expression: Expression): readonly Body[] {
  const written = expression.kind === 'tuple' ? expression.items : [expression];
  return written.flatMap((item) => {
    const objects = item.kind === 'tuple' ? item.items : [item];
    if (objects.some(({ kind }) => kind !== 'object')) return [];
    return [{ attributes: objects.flatMap(attributesOf), blocks: [], start: item.start, end: item.end }];
  });
}

function attributesOf(object: Expression): readonly Attribute[] {
  if (object.kind !== 'object') return [];
  const attributes: Attribute[] = [];
  for (const { key, value } of object.items) {
    const name = keyName(key);
    if (name === undefined || name === '//') continue;
    attributes.push({ name, nameEnd: key.end, value, start: key.start, end: value.end });
  }
  return attributes;
}

/** The name that a key of an object stands for; native syntax writes it bare too. */
function keyName(key: Expression): string | undefined {
  return key.kind === 'traversal' && key.steps.length === 0 ? key.root : literalString(key);
}

/** The text of an expression that is a string without interpolation. */
export function literalString(expression: Expression): string | undefined {
  if (expression.kind === 'literal') {
    return typeof expression.value === 'string' ? expression.value : undefined;
  }
  if (expression.kind !== 'template') return undefined;
  const texts = expression.parts.map((part) => (part.kind === 'text' ? part.value : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}
