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
    .filter((file) => base.blobId(file) !== head.blobId(file));
  const limited = [policies.monthlyIncrease, policies.unitIncrease].some(({ level }) => level !== 'off');
  return {
    sentences: changed.map(
      (file) => `The usage file ${file} changes, in force at once: each side is estimated with its own.`,
    ),
    diagnostics: limited ? changed.map(warning) : [],
  };
}

function warning(file: string): Diagnostic {
  const start = { line: 1, column: 1 };
  return {
    severity: 'warning',
    code: 'usage-changed',
    message: `${file} changes the usage that the limits are held against: each side is estimated with its own.`,
    source: { file, start, end: start },
    hint: 'See to it that the new figures are true: lower usage lowers the estimate.',
  };
}
