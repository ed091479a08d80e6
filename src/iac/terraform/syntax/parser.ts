import type { Diagnostic } from '../../../model/diagnostic.ts';
import { rangeOf } from '../../../model/source.ts';
import type { SourceRange, SourceText } from '../../../model/source.ts';
import { MAX_DEPTH, MAX_VALUES } from './limits.ts';
import { Scanner } from './scanner.ts';

/** A place in the file, in UTF-16 offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Ends the item that is being read; the diagnostic is already there. Never leaves the parser. */
class SyntaxFailure extends Error {}
const failure = new SyntaxFailure('syntax');

/** True for what `fail` throws. */
export function isSyntaxFailure(error: unknown): boolean {
  return error === failure;
}

/** Scanner, diagnostics and nesting depth: the state that the parsing functions share. */
export class Parser extends Scanner {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[] = [];
  depth = 0;
  /** How far reading had come at the last failure; recovery never resumes before it. */
  failedAt = 0;
  /** An opening brace or heredoc had no end: where blocks end is in doubt. */
  unclosed = false;
  /** The rest of the file is not read: what has no end there is not wrong for that. */
  stopped = false;
  /** Where the heredocs begin that have no end line: each of them was searched to the end of the file. */
  readonly unclosedHeredocs = new Set<number>();
  #items = 0;
  /** Set on a second reading of such a file: a known block type in column 1 starts a new block. */
  readonly trustColumns: boolean;

  constructor(source: SourceText, trustColumns = false) {
    super(source.text);
    this.source = source;
    this.trustColumns = trustColumns;
  }

  /** Records a syntax error: `message` is a sentence without its full stop. */
  report(message: string, place: Place, hint?: string): void {
    this.#add('hcl-syntax', message, place, hint);
  }

  /** Records that a limit was passed: what is at `place` is not read. */
  reportLimit(message: string, place: Place): void {
    this.#add('hcl-limit', message, place);
  }

  /** Records "Expected …, found …" at the current token, and ends the item. */
  expected(what: string, hint?: string): never {
    this.fail(`Expected ${what}, found ${describeToken(this)}`, this, hint);
  }

  /** Records a syntax error, and ends the item. */
  fail(message: string, place: Place, hint?: string): never {
    this.report(message, place, hint);
    this.giveUp();
  }

  /** Ends the item, after its error was recorded. */
  giveUp(): never {
    this.failedAt = this.start;
    throw failure;
  }

  /** One level deeper; `leave` comes back. */
  enter(): void {
    this.depth += 1;
    if (this.depth <= MAX_DEPTH) return;
    this.reportLimit(`This is nested more than ${MAX_DEPTH} levels deep and was not read`, this);
    this.giveUp();
  }

  leave(): void {
    this.depth -= 1;
  }

  /** Counts an item of a list or object; ends what is being read when the file has too many. */
  countItem(): void {
    this.#items += 1;
    if (this.#items <= MAX_VALUES) return;
    this.reportLimit(`More than ${MAX_VALUES} items of lists and objects in a file are not read`, this);
    this.giveUp();
  }

  /** Where a place of the parsed text stands. */
  protected locate({ start, end }: Place): SourceRange {
    return rangeOf({ source: this.source, start, end });
  }

  #add(code: string, message: string, place: Place, hint?: string): void {
    const source = this.locate(place);
    this.diagnostics.push({
      severity: 'error',
      code,
      message: `${message}.`,
      source,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

/** The current token in words for "found …". Contents of strings are never shown. */
function describeToken(parser: Parser): string {
  switch (parser.kind) {
    case 'end':
      return 'the end of the file';
    case 'newline':
      return 'the end of the line';
    case 'quote':
      return 'a string';
    case 'heredoc':
      return 'a heredoc';
    case 'number':
      return 'a number';
    case 'identifier':
      return `"${clip(parser.tokenText())}"`;
    case 'invalid':
      return describeCharacter(parser.tokenText());
    default:
      return `"${parser.kind}"`;
  }
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function describeCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code > 0x20 && code < 0x7f) return `"${char}"`;
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
