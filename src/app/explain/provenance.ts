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
  readonly #configFile: string | null | undefined;

  /** `configFile` is where variables of projects may be given: its lines are not quoted. */
  constructor(terraform: TerraformSide, secrets: SecretLines, configFile?: string | null) {
    this.#terraform = terraform;
    this.#secrets = secrets;
    this.#configFile = configFile;
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
    const { path, text } = span.source;
    const { loader } = this.#terraform;
    // The text is left out where a function reads a file as a whole.
    const isFile = loader.tree.blobId(path) !== undefined && text !== '';
    const isHcl = isFile && (isTerraformFile(path) || path.endsWith('.hcl')) && !isVariableFile(path);
    const statement = isHcl ? statementAt(loader.parse(path), span.start) : undefined;
    const isOwn = isFile && path !== this.#configFile;
    const isHidden = isSecret || !isOwn || this.#secrets.has(source.file, source.start.line);
    const role = statement === undefined ? this.#roleOf(path) : roleIn(path, statement.role);
    return {
      key: `${path}:${statement?.start ?? source.start.line}`,
      place: { source, role, ...(isHidden ? { line: null } : quoted(span)) },
    };
  }

  #roleOf(path: string): string {
    if (isVariableFile(path)) return 'variable file';
    const isFile = path !== this.#configFile && this.#terraform.loader.tree.blobId(path) !== undefined;
    return isFile ? 'file' : 'variable of the configuration';
  }
}

/** In a unit of Terragrunt, and in what it includes, `inputs` stands outside of all blocks. */
function roleIn(path: string, role: string): string {
  if (role !== 'inputs' || !path.endsWith('.hcl')) return role;
  return /(?:^|\/)terragrunt\.hcl$/.test(path) ? 'inputs of the unit' : 'inputs of an included file';
}

function isVariableFile(path: string): boolean {
  return /\.tfvars(\.json)?$/.test(path);
}

/** The line that a span begins in, without the space around it; of a long one the part around the span. */
function quoted({ source: { text }, start }: SourceSpan): { readonly line: string; readonly at: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  const whole = text.slice(from, end === -1 ? undefined : end);
  const line = whole.trim();
  const at = Math.max(0, start - from - (whole.length - whole.trimStart().length));
  if (line.length <= QUOTED) return { line, at };
  if (at < QUOTED / 2) return { line: `${line.slice(0, QUOTED - 1)}…`, at };
  const before = line.slice(at - QUOTED / 4);
  const cut = before.length > QUOTED - 1 ? `${before.slice(0, QUOTED - 2)}…` : before;
  return { line: `…${cut}`, at: QUOTED / 4 + 1 };
}
