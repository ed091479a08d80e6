import type { SourceRange } from '../../model/source.ts';

/** A place, or null where there is none. */
export function sourceJson(source: SourceRange | undefined): object | null {
  if (source === undefined) return null;
  const { file, start, end } = source;
  return {
    file,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
