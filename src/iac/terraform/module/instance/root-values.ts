import { SourceText } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { Unknownness, Value } from '../../../../model/value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { joinValues } from '../../evaluate/join.ts';
import { toJson } from '../../evaluate/json.ts';
import { text, unknownLike } from '../../evaluate/make.ts';
import { markIf } from '../../evaluate/marks.ts';
import { withOrigin } from '../../evaluate/origin.ts';
import { traits } from '../../evaluate/traits.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import type { Project } from '../project/project.ts';
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
 * value is taken literally, others are expressions. What is different when the tool runs another command is unknown, and so
 * is everything when it cannot be told what the tool adds.
 */
export function rootValues(
  run: Run,
  isText: (name: string) => boolean,
  given?: GivenValues,
): ReadonlyMap<string, GivenValue> {
  const values = valuesOf(run, run.project, isText, given);
  if (given === undefined) return values;
  const { otherwise, doubt } = given;
  const others =
    otherwise && valuesOf(run, otherwise.project(run.project), isText, { ...given, ...otherwise.given });
  const either = others === undefined ? values : eitherOf(values, others, otherwise?.why);
  return doubt === undefined
    ? either
    : new Map([...either].map(([name, one]) => [name, doubted(one, doubt)]));
}

type GivenValues = Pick<Given, 'inputs' | 'arguments' | 'automatic' | 'otherwise' | 'doubt'>;

function valuesOf(
  run: Run,
  project: Project,
  isText: (name: string) => boolean,
  given: Omit<GivenValues, 'otherwise' | 'doubt'> | undefined,
): ReadonlyMap<string, GivenValue> {
  const values = new Map<string, GivenValue>();
  for (const [name, input] of given?.inputs ?? []) values.set(name, isText(name) ? asText(input) : input);
  for (const [name, written] of Object.entries(project.variables)) {
    const place = project.variablePlaces?.get(name);
    values.set(name, environmentValue(run, name, written, isText(name), place));
  }
  for (const file of given?.automatic ?? []) addVarFile(run, file, values);
  const paths = given?.automatic === undefined ? varFilesOf(run.loader.tree, project) : project.varFiles;
  for (const path of paths) readVarFile(run, path, values);
  for (const [name, written] of Object.entries(given?.arguments ?? {})) {
    values.set(name, environmentValue(run, name, written, isText(name)));
  }
  return values;
}

/** The values of two ways to run the tool; one that only one of them has is certain in none. */
function eitherOf(
  values: ReadonlyMap<string, GivenValue>,
  others: ReadonlyMap<string, GivenValue>,
  why: Unknownness = NOT_TOLD,
): ReadonlyMap<string, GivenValue> {
  const either = new Map<string, GivenValue>();
  for (const name of new Set([...values.keys(), ...others.keys()])) {
    const [one, other] = [values.get(name), others.get(name)];
    const only = one ?? other;
    if (one !== undefined && other !== undefined) {
      either.set(name, { value: joinValues([one.value, other.value], why), at: one.at });
    } else if (only !== undefined) either.set(name, doubted(only, why));
  }
  return either;
}

const NOT_TOLD: Unknownness = { reason: 'no-variable-value' };

/** A value that may be another one; a secret stays one. */
function doubted({ value, at }: GivenValue, why: Unknownness): GivenValue {
  const open = { ...unknownLike(why), origin: value.origin, fallback: value };
  return { value: markIf(open, traits(value).sensitive), at };
}

/** A value that reaches a variable of texts through the environment: a collection is written as JSON there. */
function asText({ value, at }: GivenValue): GivenValue {
  if (!('items' in value || 'entries' in value)) return { value, at };
  const { unknown: missing, sensitive } = traits(value);
  const json = missing === undefined ? text(toJson(value), value.origin) : unknownLike(missing, 'string');
  return { value: markIf({ ...json, origin: value.origin }, sensitive), at };
}

/** `place` is where it is written, if that is in a file. */
function environmentValue(
  run: Run,
  name: string,
  written: string,
  isText: boolean,
  place?: SourceSpan,
): GivenValue {
  const source = new SourceText(`TF_VAR_${name}`, written);
  const at = place ?? { source, start: 0, end: written.length };
  if (isText) return { value: text(written, [at]), at };
  const { expression, diagnostics } = parseExpressionText(source);
  for (const diagnostic of diagnostics) run.report(diagnostic);
  return { value: allFrom(evaluate(expression, constantScope(run, source)), at), at };
}

/** The value with all its parts from one place. */
function allFrom(value: Value, at: SourceSpan): Value {
  const origin = [at];
  if ('items' in value) return { ...value, origin, items: value.items.map((item) => allFrom(item, at)) };
  if (!('entries' in value)) return { ...value, origin };
  return {
    ...value,
    origin,
    entries: new Map([...value.entries].map(([key, part]) => [key, allFrom(part, at)])),
  };
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
  addVarFile(run, run.loader.parse(path), values);
}

function addVarFile(
  run: Run,
  { source, body, diagnostics }: SyntaxFile,
  values: Map<string, GivenValue>,
): void {
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
