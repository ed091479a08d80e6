import { isDate } from '../lib/calendar.ts';
import { type Json, member } from '../lib/json.ts';

type Test = (value: Json | undefined) => boolean;

/** What each field of an object must be; others than these are left alone. */
export type Shape<T> = Readonly<Record<keyof T, Test>>;

/** Longest name, key, unit or note: the longest of the shipped book has 148 characters. */
const MOST_CHARACTERS = 1000;

/** The first field that is not what it must be; undefined when all are. */
export function wrongField<T>(value: Json | undefined, shape: Shape<T>): string | undefined {
  return Object.entries<Test>(shape).find(([name, isRight]) => !isRight(member(value, name)))?.[0];
}

/** Whether a value is a list of which each is right. */
export function isListOf(value: Json | undefined, isRight: Test): value is readonly Json[] {
  return Array.isArray(value) && (value as readonly Json[]).every(isRight);
}

/** A list of texts of any length. */
export function isTexts(value: Json | undefined): value is readonly string[] {
  return isListOf(value, (one) => typeof one === 'string');
}

/** A text that is not longer than anything that is shown may be. */
export function isNote(value: Json | undefined): value is string {
  return typeof value === 'string' && value.length <= MOST_CHARACTERS;
}

/** The same, and not empty. */
export function isName(value: Json | undefined): value is string {
  return isNote(value) && value !== '';
}

/** A whole number from 0. */
export function isCount(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A date; or an empty text, which is the date of no prices. */
export function isDay(value: Json | undefined): boolean {
  return value === '' || (typeof value === 'string' && isDate(value));
}

/** What prices are bought as; absent for on demand. */
export function isOption(value: Json | undefined): boolean {
  return value === undefined || (typeof value === 'string' && OPTIONS.has(value));
}

const OPTIONS: ReadonlySet<string> = new Set(['spot', 'reserved', 'committed_use', 'savings_plan']);
