import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { type SkipReason, unreadableFile } from '../../../../model/skipped.ts';
import { SourceText } from '../../../../model/source.ts';
import type { Tree } from '../../../../tree/tree.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import { parseJson, parseJsonValues } from '../../syntax/json/parse.ts';
import { parseNative } from '../../syntax/parse.ts';
import { decodeText } from './decode.ts';
import type { DecodingProblem } from './decode.ts';

/**
 * Parsed files by content and path. Base and head share one cache, so that a file that did not change is
 * parsed once; the path is part of the key because positions carry it.
 */
export class ParseCache {
  readonly #files = new Map<string, SyntaxFile>();

  /**
   * The parsed file: native syntax, JSON syntax, or a JSON file of values. What cannot be read is a diagnostic in it.
   * Places in a linked file are places in the file that the link leads to.
   */
  parse(tree: Tree, path: string): SyntaxFile {
    const shown = shownPath(tree, path);
    const key = `${tree.blobId(path) ?? ''}\0${shown}`;
    const cached = this.#files.get(key);
    if (cached !== undefined) return cached;
    const parsed = parseFile(shown, tree.read(path), tree.unreadable(path));
    this.#files.set(key, parsed);
    return parsed;
  }
}

/** The path that stands for a file; its ending tells the syntax, so that a link with another ending keeps its own. */
function shownPath(tree: Tree, path: string): string {
  const real = tree.realPath?.(path) ?? path;
  return syntaxOf(real) === syntaxOf(path) ? real : path;
}

const syntaxes = { native: parseNative, json: parseJson, values: parseJsonValues } as const;

/** JSON that is not configuration is a file of values for variables. */
function syntaxOf(path: string): keyof typeof syntaxes {
  if (/\.(?:tf|tofu|hcl)\.json$/.test(path)) return 'json';
  return path.endsWith('.json') ? 'values' : 'native';
}

function parseFile(path: string, bytes: Uint8Array | undefined, reason: SkipReason | undefined): SyntaxFile {
  if (bytes === undefined) return empty(path, unreadableFile(path, reason ?? 'not in the clone'));
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return empty(path, undecodable(path, decoded));
  const source = new SourceText(path, decoded.text);
  return syntaxes[syntaxOf(path)](source);
}

function undecodable(path: string, { problem, line }: DecodingProblem): Diagnostic {
  const start = { line, column: 1 };
  return {
    severity: 'error',
    code: 'unreadable-file',
    message: `${problem} What it declares is missing from the result.`,
    source: { file: path, start, end: start },
  };
}

/** A file of which nothing is known but what is wrong with it. */
function empty(path: string, problem: Diagnostic): SyntaxFile {
  return {
    source: new SourceText(path, ''),
    body: { attributes: [], blocks: [], partial: true, start: 0, end: 0 },
    comments: [],
    diagnostics: [problem],
  };
}
