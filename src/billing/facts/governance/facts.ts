import type { FactsInput } from '../input.ts';
import { ownedFiles, type OwnedFile } from './codeowners.ts';
import { loosenedSettings, type LoosenedSetting } from './loosened.ts';

/** Who guards a change of billing files. */
export interface GovernanceFacts {
  readonly ownedFiles: readonly OwnedFile[];
  readonly loosened: readonly LoosenedSetting[];
  /** The commit at head; none when it is not known. */
  readonly headCommits: readonly { readonly signed: boolean }[];
}

/** Empty when no billing file changes: what the configuration says of nothing is no fact here. */
export function governanceFacts({
  baseTree,
  changes,
  policies,
  headSigned,
}: Pick<FactsInput, 'baseTree' | 'changes' | 'policies' | 'headSigned'>): GovernanceFacts {
  if (changes.length === 0) return { ownedFiles: [], loosened: [], headCommits: [] };
  return {
    ownedFiles: ownedFiles(
      baseTree,
      changes.map(({ file }) => file),
    ),
    loosened: loosenedSettings(policies.base, policies.head),
    headCommits: headSigned === null ? [] : [{ signed: headSigned }],
  };
}
