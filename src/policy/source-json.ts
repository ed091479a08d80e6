import type { SourceRange } from '../model/source.ts';
import type { JsonObject } from './json-text.ts';

/** A place in the repository as policy input. */
export function sourceJson({ file, start, end }: SourceRange): JsonObject {
  return {
    file,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
