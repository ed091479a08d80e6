import type { Declaration } from '../source/declaration.ts';

/** Whether an argument of a declaration is written as the literal `true`. */
export function isTrue(declaration: Declaration, name: string): boolean {
  return isLiteral(declaration, name, true);
}

/** Whether an argument of a declaration is written as the literal `false`. */
export function isFalse(declaration: Declaration, name: string): boolean {
  return isLiteral(declaration, name, false);
}

function isLiteral(declaration: Declaration, name: string, expected: boolean): boolean {
  const value = declaration.attributes.get(name)?.attribute.value;
  return value?.kind === 'literal' && value.value === expected;
}
