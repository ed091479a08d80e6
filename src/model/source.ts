/** Line and column, both 1-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A resolved place in a file of the repository: what findings, annotations and errors carry. */
export interface SourceRange {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** The text of one file of the tree. Lines are found when first asked for. */
export class SourceText {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** The position of a UTF-16 offset. Offsets past the end give the end. */
  position(offset: number): Position {
    const starts = (this.#lineStarts ??= lineStarts(this.text));
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }
}

/** Stands for a place where a value rests on what no file says, such as a dated table; its path says on what. */
export class Assumption extends SourceText {
  constructor(what: string) {
    super(what, '');
  }
}

/** An unresolved place: cheap to make for every value, resolved with `rangeOf` when shown. */
export interface SourceSpan {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** The line and column form of a span. */
export function rangeOf(span: SourceSpan): SourceRange {
  return {
    file: span.source.path,
    start: span.source.position(span.start),
    end: span.source.position(span.end),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
