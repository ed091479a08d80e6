import type { MappingEntry } from '../../../../model/node.ts';
import { SourceText } from '../../../../model/source.ts';
import { readJson } from '../../syntax/json/reader.ts';
import { decodeText } from '../source/decode.ts';
import type { Run } from './run.ts';

/**
 * The properties of a JSON file of the repository that is one object. None when it is not there or is something else, which
 * is reported as `code`.
 */
export function readJsonObject(run: Run, path: string, code: string): readonly MappingEntry[] {
  const { tree } = run.loader;
  const start = { line: 1, column: 1 };
  const bad = (message: string, at = start): readonly MappingEntry[] => {
    run.report({ severity: 'error', code, message, source: { file: path, start: at, end: at } });
    return [];
  };
  const bytes = tree.read(path);
  if (bytes === undefined) {
    const { id } = run.project;
    const reason = tree.blobId(path) === undefined ? 'is not in the repository' : 'cannot be read';
    run.report({
      severity: 'error',
      code,
      message: `The file ${JSON.stringify(path)} of project ${id} ${reason}.`,
      hint: 'Paths of data and state files are relative to the path of their project.',
    });
    return [];
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return bad(decoded.problem, { line: decoded.line, column: 1 });
  const source = new SourceText(path, decoded.text);
  const { root, problem } = readJson(source);
  if (problem !== undefined) return bad(`${problem.message}.`, source.position(problem.start));
  return root?.kind === 'mapping' ? root.entries : bad('The file must hold one JSON object.');
}
