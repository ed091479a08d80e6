import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Tree } from '../../../../tree/tree.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { answerFilesOf } from './answer-files.ts';
import type { Project } from './project.ts';

/**
 * A warning for each file with what data sources and other projects answer that the change itself brings or edits: what it costs
 * rests on what it says there.
 */
export function changedAnswers(base: Tree, head: Tree, projects: readonly Project[]): readonly Diagnostic[] {
  const files = [...new Set(projects.flatMap(answerFilesOf))].sort(byCodePoint);
  return files
    .filter((file) => head.blobId(file) !== undefined && base.blobId(file) !== head.blobId(file))
    .map((file) => {
      const start = { line: 1, column: 1 };
      return {
        severity: 'warning',
        code: 'answers-changed',
        message:
          `${file} ${base.blobId(file) === undefined ? 'is new' : 'changes'}: what it says that data sources and other ` +
          'projects answer is taken as it stands.',
        source: { file, start, end: start },
        hint: 'See to it that the answers are true.',
      };
    });
}
