import type { Position, SourceRange } from '../model/source.ts';
import { PolicyError } from './policy-error.ts';

/** One thing that a rule said, in the shape that the contract allows. */
export interface Element {
  readonly msg: string;
  /** Address of a resource. */
  readonly resource?: string;
  /** Id of a profile or unit. */
  readonly subject?: string;
  /** Of a policy that holds several rules: which one, such as `BP-112`. */
  readonly rule?: string;
  /** Tells several findings on one subject apart. */
  readonly id?: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly fix?: string;
  readonly source?: SourceRange;
  readonly details?: Readonly<Record<string, unknown>>;
}

const TEXTS = ['resource', 'subject', 'rule', 'id', 'actual', 'expected', 'fix'] as const;

/** Longer texts are cut: a tag value of a megabyte must not fill the report. */
const LONGEST_TEXT = 2_000;

/**
 * The elements of what `deny` or `warn` gave. An undefined rule says nothing. Throws PolicyError when the rule is not a
 * set, or an element is neither a string nor an object with a text `msg`: half a finding could pass what must not.
 */
export function readElements(rule: string, value: unknown): readonly Element[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new PolicyError('evaluation', `${rule} is not a set of findings.`);
  return value.map((element: unknown) => readElement(rule, element));
}

function readElement(rule: string, value: unknown): Element {
  if (typeof value === 'string') return { msg: cut(value) };
  if (!isObject(value)) throw wrong(rule, 'a finding is neither a string nor an object');
  const { msg, source, details, ...rest } = value;
  if (typeof msg !== 'string') throw wrong(rule, 'a finding has no text `msg`');
  if (!isAbsent(details) && !isObject(details)) throw wrong(rule, '`details` of a finding is not an object');
  return {
    msg: cut(msg),
    ...texts(rule, rest),
    ...(isAbsent(source) ? {} : { source: readSource(rule, source) }),
    ...allDetails(details, rest),
  };
}

function texts(rule: string, value: Readonly<Record<string, unknown>>): Partial<Element> {
  const found: [string, string][] = [];
  for (const key of TEXTS) {
    const text = value[key];
    if (isAbsent(text)) continue;
    if (typeof text !== 'string') throw wrong(rule, `\`${key}\` of a finding is not a string`);
    found.push([key, cut(text)]);
  }
  return Object.fromEntries(found);
}

/** Keys that the contract does not know go to the details: nothing that a policy says is lost. */
function allDetails(
  details: Readonly<Record<string, unknown>> | null | undefined,
  rest: Readonly<Record<string, unknown>>,
): Pick<Element, 'details'> {
  const others = Object.entries(rest).filter(([key]) => !(TEXTS as readonly string[]).includes(key));
  const all = Object.fromEntries([...Object.entries(details ?? {}), ...others]);
  return Object.keys(all).length === 0 ? {} : { details: all };
}

function readSource(rule: string, value: unknown): SourceRange {
  if (isObject(value) && typeof value['file'] === 'string') {
    const start = readPosition(value['start']);
    const end = readPosition(value['end'] ?? value['start']);
    if (start !== undefined && end !== undefined) return { file: value['file'], start, end };
  }
  throw wrong(rule, '`source` of a finding is not a place as the input has them');
}

function readPosition(value: unknown): Position | undefined {
  if (!isObject(value)) return undefined;
  const { line, column } = value;
  return isPlace(line) && isPlace(column) ? { line, column } : undefined;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function wrong(rule: string, what: string): PolicyError {
  return new PolicyError('evaluation', `${rule}: ${what}.`);
}

/** Never through the middle of a surrogate pair. */
function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')}…`;
}
