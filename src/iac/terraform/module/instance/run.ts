import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { rangeOf } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { UnresolvedModule } from '../../../../model/resource.ts';
import type { UnknownValue } from '../../../../model/value.ts';
import { unknown } from '../../evaluate/make.ts';
import type { TreeFiles } from '../project/file-access.ts';
import type { Project } from '../project/project.ts';
import { lockedVersions } from '../provider/lock-file.ts';
import type { ModuleLoader } from '../source/load-module.ts';
import type { Budget, Means } from './budget.ts';
import { LIMITS } from './limits.ts';
import { RecordedAnswers } from './recorded-answers.ts';

/** The evaluation of one project: what all its modules share. */
export class Run {
  readonly project: Project;
  readonly loader: ModuleLoader;
  readonly files: TreeFiles;
  readonly diagnostics: Diagnostic[] = [];
  readonly unresolved: UnresolvedModule[] = [];
  /** Addresses below which not everything is known: what is not there may exist all the same. */
  readonly gaps = new Set<string>();
  readonly answers = new RecordedAnswers(this);
  /** Versions of the providers by short name, from the lock file. */
  readonly providerVersions: ReadonlyMap<string, string>;
  readonly #reported = new Set<string>();
  /** What is being evaluated, outermost first: owner and name in turn. They make an address when one is shown. */
  readonly #stack: string[] = [];
  readonly #budget: Budget;

  constructor(project: Project, loader: ModuleLoader, files: TreeFiles, budget: Budget) {
    this.project = project;
    this.loader = loader;
    this.files = files;
    this.#budget = budget;
    this.providerVersions = lockedVersions(loader, project.path);
  }

  /** Records a diagnostic once, however many instances meet it. */
  report(diagnostic: Diagnostic): void {
    const { source } = diagnostic;
    const place = source === undefined ? '' : `${source.file}:${source.start.line}:${source.start.column}`;
    const key = `${diagnostic.code}\0${place}\0${diagnostic.message}`;
    if (this.#reported.has(key) || this.diagnostics.length > LIMITS.diagnostics) return;
    this.#reported.add(key);
    if (this.diagnostics.length < LIMITS.diagnostics) this.diagnostics.push(diagnostic);
    else this.diagnostics.push(tooMany(this.project));
  }

  /** Records a problem at a place. */
  reportAt(severity: Diagnostic['severity'], code: string, message: string, at: SourceSpan): void {
    this.report({ severity, code, message, source: rangeOf(at) });
  }

  /** Notes that not all of what is below an address is in the result; `""` for the root module. */
  leaveGap(address: string): void {
    this.gaps.add(address);
  }

  /** Whether nothing more is evaluated: the side has used up what it may. */
  get isExhausted(): boolean {
    return this.#budget.exhausted !== undefined;
  }

  /** Counts instances, steps or the size of a resource; false, and said once, when there is not enough left. */
  take(means: Means, amount: number): boolean {
    if (this.#budget.take(means, amount)) return true;
    this.reportExhausted();
    return false;
  }

  /** Says what is used up, and that because of it the project is not evaluated to its end. */
  reportExhausted(): void {
    const means = this.#budget.exhausted;
    if (means === undefined) return;
    this.leaveGap('');
    this.report({
      severity: 'error',
      code: 'check-limit',
      message: `Project ${this.project.id} was not evaluated to its end: ${USED_UP[means]}. What is missing is in no figure.`,
      hint: 'Look for numbers of instances that multiply; split what is legitimately that large into several repositories.',
    });
  }

  /** Evaluates `owner` + `name` with the knowledge that it is under way; undefined when references go too deep. */
  under<T>(owner: string, name: string, at: SourceSpan, evaluate: () => T): T | undefined {
    if (this.#stack.length >= 2 * LIMITS.references) {
      this.#tooDeep(at);
      return undefined;
    }
    this.#stack.push(owner, name);
    try {
      return evaluate();
    } catch (error) {
      // Only the outermost evaluation has the room to say so.
      if (!(error instanceof RangeError) || this.#stack.length > 2) throw error;
      this.#tooDeep(at);
      return undefined;
    } finally {
      this.#stack.length -= 2;
    }
  }

  /** Reports that something needs its own value, with the way round. */
  cycle(owner: string, name: string, at: SourceSpan): UnknownValue {
    const address = owner + name;
    const under = this.#stack.flatMap((part, index) =>
      index % 2 === 0 ? [] : [(this.#stack[index - 1] ?? '') + part],
    );
    const way = [...under.slice(Math.max(under.lastIndexOf(address), 0)), address];
    const shown = way.length > 8 ? [...way.slice(0, 4), '…', ...way.slice(-3)] : way;
    this.reportAt('error', 'reference-cycle', `The value depends on itself: ${shown.join(' → ')}.`, at);
    return unknown('error-in-expression', { detail: address });
  }

  #tooDeep(at: SourceSpan): void {
    const message = `References are nested more than ${LIMITS.references} deep; the value is shown as unknown.`;
    this.reportAt('error', 'evaluation-limit', message, at);
  }
}

const USED_UP: Readonly<Record<Means, string>> = {
  instances: `all projects together have more than ${LIMITS.instances} instances`,
  size: 'the arguments of all projects together are too long',
  values: `the arguments of all projects together have more than ${LIMITS.values} values`,
  steps: `the expressions of all projects together take more than ${LIMITS.steps} steps`,
};

function tooMany(project: Project): Diagnostic {
  return {
    severity: 'error',
    code: 'too-many-diagnostics',
    message: `Project ${project.id} has more than ${LIMITS.diagnostics} problems; the others are not listed.`,
  };
}
