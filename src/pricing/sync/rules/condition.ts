import type { Condition, Derived, Texts } from './list-rule.ts';
import type { ListRow } from './row.ts';

/** Whether a text is as a condition wants it. Upper and lower case differ. */
export function test(condition: Condition): (text: string) => boolean {
  const texts = exactTexts(condition);
  if (texts !== undefined) return (text) => texts.has(text);
  if (condition === null) return (text) => text === '';
  if (typeof condition !== 'object' || isList(condition)) return () => false;
  if ('starts' in condition) return (text) => text.startsWith(condition.starts);
  if ('ends' in condition) return (text) => text.endsWith(condition.ends);
  if ('contains' in condition) return (text) => text.includes(condition.contains);
  const excluded = textSet(condition.not);
  return (text) => !excluded.has(text);
}

/** The only texts that a condition lets through; undefined when it is not a list of texts. */
export function exactTexts(condition: Condition): ReadonlySet<string> | undefined {
  return typeof condition === 'string' || isList(condition) ? textSet(condition) : undefined;
}

/** The value that a rule makes of a field; undefined when the field is empty or its text is not listed. */
export function derive(derived: Derived, row: ListRow): string | undefined {
  const text = row[derived.of] ?? '';
  const cased = derived.lower === true ? text.toLowerCase() : text;
  if (derived.map === undefined) return cased === '' ? undefined : cased;
  return Object.hasOwn(derived.map, cased) ? derived.map[cased] : undefined;
}

function textSet(texts: Texts): ReadonlySet<string> {
  return new Set(typeof texts === 'string' ? [texts] : texts);
}

function isList(condition: Condition): condition is readonly string[] {
  return Array.isArray(condition);
}
