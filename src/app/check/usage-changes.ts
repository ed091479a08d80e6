import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';

/** What is said of a change to the usage that costs are estimated with. */
export interface UsageChanges {
  /** One sentence for each file. */
  readonly sentences: readonly string[];
  /** One warning for each, where a limit rests on the estimate: less usage written down is a lower estimate. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Says that the pull request changes the usage that its own cost is estimated with. */
export function usageChanges(
  base: Tree,
  head: Tree,
  files: readonly (string | null)[],
  { policies }: Config,
): UsageChanges {
  const changed = [...new Set(files)]
    .filter((file) => file !== null)
    .filter((file) => base.blobId(file) !== head.blobId(file))
    .map((file) => ({ file, verb: verbOf(base.blobId(file), head.blobId(file)) }));
  const limited = [policies.monthlyIncrease, policies.unitIncrease].some(({ level }) => level !== 'off');
  return {
    sentences: changed.map(
      ({ file, verb }) =>
        `The usage file ${file} ${verb}, in force at once: each side is estimated with its own.`,
    ),
    diagnostics: limited ? changed.map(warning) : [],
  };
}

function verbOf(base: string | undefined, head: string | undefined): string {
  if (base === undefined) return 'is new';
  return head === undefined ? 'is deleted' : 'changes';
}

function warning({ file, verb }: { readonly file: string; readonly verb: string }): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'warning',
    code: 'usage-changed',
    message:
      `The usage file ${file} ${verb}: the report estimates each side with its own usage. Limits are held against ` +
      `the larger increase, that one or the one with the usage of the base on both sides.`,
    source: { file, start, end: start },
    hint: 'See to it that the new figures are true. Merge the usage first to have limits go by it alone.',
  };
}
