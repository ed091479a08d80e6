import { SourceText, rangeOf } from '../../../../model/source.ts';
import type { SourceRange, SourceSpan } from '../../../../model/source.ts';
import type { Expression } from '../ast.ts';
import { Parser, isSyntaxFailure } from '../parser.ts';
import type { Place } from '../parser.ts';
import { parseBareTemplate } from '../template/bare.ts';
import { moveOffsets } from './offsets.ts';
import type { JsonErrors } from './report.ts';

/** The template in a JSON string, with the offsets that it has in the file. */
export function stringTemplate(value: string, span: SourceSpan, errors: JsonErrors): Expression {
  const { start, end } = span;
  if (!value.includes('${') && !value.includes('%{')) {
    const text = value.startsWith('\uFEFF') ? value.slice(1) : value;
    return { kind: 'literal', value: text.normalize('NFC'), start, end };
  }
  const toFile = fileOffsets(span.source.text.slice(start + 1, end - 1), start + 1);
  const p = new StringParser(value, span.source, toFile);
  try {
    return { ...moveOffsets(parseBareTemplate(p), toFile), start, end };
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error;
    return { kind: 'invalid', start, end };
  } finally {
    for (const error of p.diagnostics) errors.push(error);
  }
}

/** Parses the decoded text, and reports places in the file that it stands in. */
class StringParser extends Parser {
  readonly #file: SourceText;
  readonly #toFile: (offset: number) => number;

  constructor(value: string, file: SourceText, toFile: (offset: number) => number) {
    super(new SourceText(file.path, value));
    this.#file = file;
    this.#toFile = toFile;
  }

  protected override locate({ start, end }: Place): SourceRange {
    return rangeOf({ source: this.#file, start: this.#toFile(start), end: this.#toFile(end) });
  }
}

/** From an offset in the decoded string to the offset in the file of the same character. */
function fileOffsets(raw: string, start: number): (offset: number) => number {
  if (!raw.includes('\\')) return (offset) => start + offset;
  const offsets: number[] = [];
  for (let at = 0; at < raw.length;) {
    offsets.push(start + at);
    if (raw.charAt(at) !== '\\') at += 1;
    else at += raw.charAt(at + 1) === 'u' ? 6 : 2;
  }
  return (offset) => offsets[offset] ?? start + raw.length;
}
