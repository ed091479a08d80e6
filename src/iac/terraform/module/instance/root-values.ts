import { SourceText } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { toJson } from '../../evaluate/json.ts';
import { text, unknownLike } from '../../evaluate/make.ts';
import { markIf } from '../../evaluate/marks.ts';
import { withOrigin } from '../../evaluate/origin.ts';
import { traits } from '../../evaluate/traits.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import { varFilesOf } from '../project/var-files.ts';
import type { Given } from '../project/wrapper.ts';
import { constantScope } from './constant-scope.ts';
import type { Run } from './run.ts';

/** A value that is given to a root variable, and where. */
export interface GivenValue {
  readonly value: Value;
  readonly at: SourceSpan;
}

/**
 * The values given to the root module by name, later wins: what a wrapping tool gives, `TF_VAR_*`, the variable files in
 * their order, `-var` (Terraform, "Variable definition precedence"). `isText` says whether a variable is declared as a string: its `TF_VAR_`
 * value is taken literally, others are expressions.
 */
export function rootValues(
  run: Run,
  isText: (name: string) => boolean,
  given?: Pick<Given, 'inputs' | 'arguments'>,
): ReadonlyMap<string, GivenValue> {
  const values = new Map<string, GivenValue>();
  for (const [name, input] of given?.inputs ?? []) values.set(name, isText(name) ? asText(input) : input);
  for (const [name, written] of Object.entries(run.project.variables)) {
    values.set(name, environmentValue(run, name, written, isText(name)));
  }
  for (const path of varFilesOf(run.loader.tree, run.project)) readVarFile(run, path, values);
  for (const [name, written] of Object.entries(given?.arguments ?? {})) {
    values.set(name, environmentValue(run, name, written, isText(name)));
  }
  return values;
}

/** A value that reaches a variable of texts through the environment: a collection is written as JSON there. */
function asText({ value, at }: GivenValue): GivenValue {
  if (!('items' in value || 'entries' in value)) return { value, at };
  const { unknown: missing, sensitive } = traits(value);
  const json = missing === undefined ? text(toJson(value), value.origin) : unknownLike(missing, 'string');
  return { value: markIf({ ...json, origin: value.origin }, sensitive), at };
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
