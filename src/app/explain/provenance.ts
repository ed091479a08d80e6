import { assumptionsOf } from '../../iac/terraform/evaluate/assumed.ts';
import { isTerraformFile } from '../../iac/terraform/index.ts';
import type { TerraformSide } from '../../iac/terraform/index.ts';
import { statementAt } from '../../iac/terraform/module/source/statement.ts';
import { Assumption, rangeOf } from '../../model/source.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { ExplainedPlace, ExplainedValue } from '../../model/explanation.ts';
import type { Value } from '../../model/value.ts';
import { leaves } from './leaves.ts';
import type { Leaf } from './leaves.ts';
import type { SecretLines } from './secret-lines.ts';

/** Most values that are listed. */
const MOST = 2000;

/** The longest line that is quoted, in UTF-16 units. */
const QUOTED = 200;

/** Tells where values come from. */
export class Provenance {
  readonly #terraform: TerraformSide;
  readonly #secrets: SecretLines;

  constructor(terraform: TerraformSide, secrets: SecretLines) {
    this.#terraform = terraform;
    this.#secrets = secrets;
  }

  /** The parts of a value by path; `complete` is false when there are more. */
  parts(
    value: Value,
    path: string,
    isPriced: (path: string) => boolean = () => false,
  ): { readonly values: readonly ExplainedValue[]; readonly complete: boolean } {
    const found: Leaf[] = [];
    for (const leaf of leaves(value, path)) {
      found.push(leaf);
      if (found.length > MOST) break;
    }
    // What is a secret by its name hides the lines of its neighbours too.
    for (const leaf of found) this.#secrets.add(leaf.value);
    const values = found.slice(0, MOST).map((leaf) => this.value(leaf.value, leaf.path, isPriced(leaf.path)));
    return { values, complete: found.length <= MOST };
  }

  /** One value with its places. */
  value(value: Value, path: string, priced: boolean): ExplainedValue {
    return { path, value, places: this.#places(value), assumptions: assumptionsOf(value), priced };
  }

  /**
   * One place a statement: the innermost that determined the value. In order: each statement after those that it takes
   * the value from.
   */
  #places(value: Value): readonly ExplainedPlace[] {
    const steps = new Map<string, ExplainedPlace>();
    for (const span of value.origin) {
      if (span.source instanceof Assumption) continue;
      const { key, place } = this.#step(span, value.sensitive === true);
      const known = steps.get(key);
      steps.delete(key);
      steps.set(key, known ?? place);
    }
    return [...steps.values()];
  }

  #step(span: SourceSpan, isSecret: boolean): { readonly key: string; readonly place: ExplainedPlace } {
    const source = rangeOf(span);
    const { path } = span.source;
    const { loader } = this.#terraform;
    const isFile = loader.tree.blobId(path) !== undefined;
    const isConfig = isFile && isTerraformFile(path) && !isVariableFile(path);
    const statement = isConfig ? statementAt(loader.parse(path), span.start) : undefined;
    const otherwise = isVariableFile(path)
      ? 'variable file'
      : isFile
        ? 'file'
        : 'variable of the configuration';
    const hidden = isSecret || !isFile || this.#secrets.has(source.file, source.start.line);
    return {
      key: `${path}:${statement?.start ?? source.start.line}`,
      place: { source, role: statement?.role ?? otherwise, line: hidden ? null : lineAt(span) },
    };
  }
}

function isVariableFile(path: string): boolean {
  return /\.tfvars(\.json)?$/.test(path);
}

/** The line that a span begins in, without the space around it. */
function lineAt({ source, start }: SourceSpan): string {
  const from = source.text.lastIndexOf('\n', start - 1) + 1;
  const end = source.text.indexOf('\n', start);
  const line = source.text.slice(from, end === -1 ? undefined : end).trim();
  return line.length > QUOTED ? `${line.slice(0, QUOTED - 1)}…` : line;
}
