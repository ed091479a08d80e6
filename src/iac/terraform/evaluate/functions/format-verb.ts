import { ExpressionError } from '../failure.ts';

/** One `%…` of a format string, or the text between two of them. */
export type FormatPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'verb';
      readonly verb: string;
      readonly flags: string;
      readonly width: number;
      /** -1 when none is given. */
      readonly precision: number;
      /** 1-based, when `[n]` names the argument. */
      readonly argument: number | undefined;
    };

const VERB = /%(?:(%)|([ +\-0#]*)(\d{0,9})(?:\.(\d{0,9}))?(?:\[(\d{1,5})\])?([A-Za-z])?)/y;
const MAX_WIDTH = 10_000;

/** The parts of a format string in the syntax of Terraform's `format`. Throws an ExpressionError for another one. */
export function parseFormat(source: string): FormatPart[] {
  const parts: FormatPart[] = [];
  let from = 0;
  for (let at = source.indexOf('%'); at !== -1; at = source.indexOf('%', from)) {
    if (at > from) parts.push({ kind: 'text', text: source.slice(from, at) });
    VERB.lastIndex = at;
    const found = VERB.exec(source);
    if (!found) throw new ExpressionError('a "%" in the format string starts no verb');
    from = at + found[0].length;
    parts.push(toPart(found));
  }
  if (from < source.length) parts.push({ kind: 'text', text: source.slice(from) });
  return parts;
}

function toPart(found: RegExpExecArray): FormatPart {
  const [, percent, flags = '', width = '', precision, index, verb] = found as (string | undefined)[];
  if (percent !== undefined) return { kind: 'text', text: '%' };
  if (verb === undefined) throw new ExpressionError('a "%" in the format string has no verb');
  const size = { width: Number(width), precision: precision === undefined ? -1 : Number(precision) };
  if (size.width > MAX_WIDTH || size.precision > MAX_WIDTH)
    throw new ExpressionError('a width is above 10000');
  return { kind: 'verb', verb, flags, ...size, argument: index === undefined ? undefined : Number(index) };
}
