import { ExpressionError } from '../failure.ts';

/** Reads a pattern letter by letter. */
export class Cursor {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  /** The letter at the cursor; empty at the end. */
  peek(): string {
    const code = this.source.codePointAt(this.at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  next(): string {
    const letter = this.peek();
    this.at += letter.length;
    return letter;
  }

  /** Steps over the text when it comes next. */
  take(expected: string): boolean {
    if (!this.source.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** Steps over what a sticky expression matches next. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.source);
    if (found) this.at += found[0].length;
    return found;
  }

  /** The text up to a mark, stepping over the mark; an error when the mark does not come. */
  until(mark: string): string {
    const end = this.source.indexOf(mark, this.at);
    if (end === -1) throw invalid(`"${mark}" is missing`);
    const found = this.source.slice(this.at, end);
    this.at = end + mark.length;
    return found;
  }
}

/** The error for a pattern that RE2 does not take. */
export function invalid(why: string): ExpressionError {
  return new ExpressionError(`the regular expression is not valid: ${why} (Terraform uses the RE2 syntax)`);
}
