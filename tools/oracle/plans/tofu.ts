import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseOptions } from './case.ts';
import type { PlanJson } from './plan-json.ts';

/** Runs OpenTofu in the root module of a case. `errors` are the titles of what it complains of. */
export class Tofu {
  readonly #binary: string;
  readonly #options: CaseOptions;
  readonly #root: string;

  constructor(binary: string, folder: string, options: CaseOptions) {
    this.#binary = binary;
    this.#options = options;
    this.#root = join(folder, options.path ?? '');
    mkdirSync(this.#root, { recursive: true });
  }

  /** Initializes the folder and plans it. */
  plan(): { readonly plan: PlanJson } | { readonly errors: readonly string[] } {
    const problem = this.#prepare() ?? this.#run('plan', '-out=the.plan', ...this.#varFiles()).problem;
    if (problem !== undefined) return problem;
    return { plan: JSON.parse(this.#run('show', '-json', 'the.plan').stdout) as PlanJson };
  }

  /** Initializes the folder and applies it. Throws when that fails. */
  apply(): void {
    const problem = this.#prepare() ?? this.#run('apply', '-auto-approve', ...this.#varFiles()).problem;
    if (problem !== undefined) throw new Error(`Applying the base failed: ${problem.errors.join('; ')}`);
  }

  #prepare(): { readonly errors: readonly string[] } | undefined {
    const { problem } = this.#run('init');
    const { workspace } = this.#options;
    if (problem === undefined && workspace !== undefined) this.#run('workspace', 'new', workspace);
    return problem;
  }

  #varFiles(): readonly string[] {
    return (this.#options.varFiles ?? []).map((file) => `-var-file=${file}`);
  }

  #run(...args: readonly string[]): { stdout: string; problem?: { readonly errors: readonly string[] } } {
    const colorless = args[0] === 'show' || args[0] === 'workspace' ? [] : ['-no-color', '-input=false'];
    const [command, ...rest] = args;
    const { status, stdout, stderr } = spawnSync(this.#binary, [command ?? '', ...colorless, ...rest], {
      cwd: this.#root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'],
        HOME: this.#root,
        TF_IN_AUTOMATION: '1',
        ...this.#given(),
      },
    });
    if (status === 0) return { stdout };
    // The members of a cycle come in any order.
    const titles = [...stderr.matchAll(/^Error: (Cycle|.+$)/gm)].map((match) => match[1] ?? '');
    if (titles.length === 0) throw new Error(`${command ?? ''} failed: ${stderr}`);
    return { stdout, problem: { errors: [...new Set(titles)].sort() } };
  }

  #given(): Record<string, string> {
    const given: Record<string, string> = {};
    for (const [name, value] of Object.entries(this.#options.variables ?? {}))
      given[`TF_VAR_${name}`] = value;
    return given;
  }
}
