import { SourceText } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { text } from '../../evaluate/make.ts';
import { withOrigin } from '../../evaluate/origin.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import { varFilesOf } from '../project/var-files.ts';
import { constantScope } from './constant-scope.ts';
import type { Run } from './run.ts';

/** A value that is given to a root variable, and where. */
export interface GivenValue {
  readonly value: Value;
  readonly at: SourceSpan;
}

/**
 * The values given to the root module by name, later wins: `TF_VAR_*`, then the variable files in their order
 * (Terraform, "Variable definition precedence"). `isText` says whether a variable is declared as a string: its `TF_VAR_`
 * value is taken literally, others are expressions.
 */
export function rootValues(run: Run, isText: (name: string) => boolean): ReadonlyMap<string, GivenValue> {
  const values = new Map<string, GivenValue>();
  for (const [name, written] of Object.entries(run.project.variables)) {
    values.set(name, environmentValue(run, name, written, isText(name)));
  }
  for (const path of varFilesOf(run.loader.tree, run.project)) readVarFile(run, path, values);
  return values;
}

function environmentValue(run: Run, name: string, written: string, isText: boolean): GivenValue {
  const source = new SourceText(`TF_VAR_${name}`, written);
  const at = { source, start: 0, end: written.length };
  if (isText) return { value: text(written, [at]), at };
  const { expression, diagnostics } = parseExpressionText(source);
  for (const diagnostic of diagnostics) run.report(diagnostic);
  return { value: withOrigin(evaluate(expression, constantScope(run, source)), at), at };
}

function readVarFile(run: Run, path: string, values: Map<string, GivenValue>): void {
  const { tree } = run.loader;
  if (tree.blobId(path) === undefined) {
    run.report({
      severity: 'error',
      code: 'missing-var-file',
      message: `The variable file ${JSON.stringify(path)} of project ${run.project.id} is not in the repository.`,
      hint: 'Paths of var files are relative to the path of their project.',
    });
    return;
  }
  const { source, body, diagnostics } = run.loader.parse(path);
  for (const diagnostic of diagnostics) run.report(diagnostic);
  for (const { name, value } of body.attributes) {
    const at = { source, start: value.start, end: value.end };
    values.set(name, { value: withOrigin(evaluate(value, constantScope(run, source)), at), at });
  }
  for (const block of body.blocks) {
    run.reportAt('error', 'var-file', `A variable file holds values only, found a ${block.type} block.`, {
      source,
      start: block.start,
      end: block.headerEnd,
    });
  }
}
