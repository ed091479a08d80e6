import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { SourceText } from '../../../../model/source.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Run } from './run.ts';

/** What expressions see that may not refer to anything: variable defaults and values of variable files. */
export function constantScope(run: Run, source: SourceText): Scope {
  return {
    source,
    moduleFolder: run.project.path,
    isConstant: true,
    files: { read: () => undefined, list: () => [] },
    spend: (steps: number) => run.take('steps', steps),
    resolve: () => undefined,
    report: (diagnostic: Diagnostic) => {
      run.report(diagnostic);
    },
  };
}
