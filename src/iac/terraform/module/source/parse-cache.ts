import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { SourceText } from '../../../../model/source.ts';
import type { Tree } from '../../../../tree/tree.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import { parseJson } from '../../syntax/json/parse.ts';
import { parseNative } from '../../syntax/parse.ts';
import { decodeText } from './decode.ts';

/**
 * Parsed files by content and path. Base and head share one cache, so that a file that did not change is
 * parsed once; the path is part of the key because positions carry it.
 */
export class ParseCache {
  readonly #files = new Map<string, SyntaxFile>();

  /** The parsed file: native syntax, or JSON syntax by its `.json` ending. What cannot be read is a diagnostic in it. */
  parse(tree: Tree, path: string): SyntaxFile {
    const key = `${tree.blobId(path) ?? ''}\0${path}`;
    const cached = this.#files.get(key);
    if (cached !== undefined) return cached;
    const parsed = parseFile(tree, path);
    this.#files.set(key, parsed);
    return parsed;
  }
}

function parseFile(tree: Tree, path: string): SyntaxFile {
  const bytes = tree.read(path);
  if (bytes === undefined) return unreadable(path, 'The file is too large or is not a regular file.');
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return unreadable(path, decoded.problem);
  const source = new SourceText(path, decoded.text);
  return path.endsWith('.json') ? parseJson(source) : parseNative(source);
}

function unreadable(path: string, problem: string): SyntaxFile {
  const source = new SourceText(path, '');
  const start = { line: 1, column: 1 };
  const diagnostic: Diagnostic = {
    severity: 'error',
    code: 'unreadable-file',
    message: `${problem} What it declares is missing from the result.`,
    source: { file: path, start, end: start },
  };
  return {
    source,
    body: { attributes: [], blocks: [], start: 0, end: 0 },
    comments: [],
    diagnostics: [diagnostic],
  };
}
