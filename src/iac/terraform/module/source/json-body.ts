import type { Attribute, Body, Expression } from '../../syntax/ast.ts';

/**
 * The bodies that a value of JSON syntax stands for where a block is expected: an object is one body, a list of
 * objects several (HCL JSON syntax specification, section "Blocks"). Anything else gives none.
 */
export function jsonBodies(expression: Expression): readonly Body[] {
  if (expression.kind === 'tuple') return expression.items.flatMap(jsonBodies);
  if (expression.kind !== 'object') return [];
  const attributes: Attribute[] = [];
  for (const { key, value } of expression.items) {
    const name = keyName(key);
    if (name === undefined || name === '//') continue;
    attributes.push({ name, nameEnd: key.end, value, start: key.start, end: value.end });
  }
  return [{ attributes, blocks: [], start: expression.start, end: expression.end }];
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
