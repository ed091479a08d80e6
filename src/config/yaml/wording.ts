import type { DocumentNode } from '../../model/node.ts';
import type { TypeName } from './json-schema.ts';

export const TYPE_WORDS: Readonly<Record<TypeName, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'a mapping',
};

const MOST_TEXT = 60;

/** The path as people write it: `skus[0].price`. */
export function pathOf(path: readonly (string | number)[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
}

/** Foreign text in quotes, cut to 60 characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);
}

/** What a node is, in a sentence: `the number 1.10`, `"abc"`, `a list`. */
export function shown(node: DocumentNode): string {
  if (node.kind === 'sequence') return 'a list';
  if (node.kind === 'mapping') return 'a mapping';
  if (node.value === null) return 'empty';
  if (typeof node.value === 'string') return quoted(node.text);
  const text = node.text.slice(0, MOST_TEXT);
  return typeof node.value === 'number' ? `the number ${text}` : text;
}

/** `a, b or c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
