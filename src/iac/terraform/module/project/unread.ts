import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { unreadableFile } from '../../../../model/skipped.ts';
import { isConfigFile } from '../source/config-files.ts';
import { decodeText } from '../source/decode.ts';
import type { ModuleLoader } from '../source/load-module.ts';

/**
 * What is wrong with files that no evaluation has read: of such a file nobody else says that it cannot be read, since what
 * would tell that it is part of a project may stand in it.
 */
export function unreadFiles(
  loader: ModuleLoader,
  paths: readonly string[],
  filesRead: ReadonlySet<string>,
): readonly Diagnostic[] {
  const others = paths.filter((path) => loader.tree.blobId(path) !== undefined && !filesRead.has(path));
  return others.flatMap((path) => {
    if (isConfigFile(path.slice(path.lastIndexOf('/') + 1))) {
      return loader.parse(path).diagnostics.filter(({ severity }) => severity === 'error');
    }
    const reason = loader.tree.unreadable(path);
    if (reason !== undefined) return [unreadableFile(path, reason)];
    const decoded = decodeText(loader.tree.read(path) ?? new Uint8Array());
    if (!('problem' in decoded)) return [];
    const start = { line: decoded.line, column: 1 };
    const source = { file: path, start, end: start };
    return [{ severity: 'error', code: 'unreadable-file', message: decoded.problem, source }];
  });
}
