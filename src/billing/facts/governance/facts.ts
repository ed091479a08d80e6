import type { FactsInput } from '../input.ts';
import { loosenedOwners, ownedFiles, type OwnedFile } from './codeowners.ts';
import { loosenedSettings, type LoosenedSetting } from './loosened.ts';
import { loosenedEvidence } from './loosened-evidence.ts';

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
  headTree,
  changes,
  configs,
  headSigned,
}: Pick<FactsInput, 'baseTree' | 'headTree' | 'changes' | 'configs' | 'headSigned'>): GovernanceFacts {
  if (changes.length === 0) return { ownedFiles: [], loosened: [], headCommits: [] };
  const owned = ownedFiles(
    baseTree,
    changes.map(({ file }) => file),
  );
  return {
    ownedFiles: owned,
    loosened: [
      ...loosenedSettings(configs.base.policies, configs.head?.policies ?? null),
      ...loosenedEvidence(configs.base.billing, configs.head?.billing ?? null),
      ...loosenedOwners(owned, headTree),
    ],
    headCommits: headSigned === null ? [] : [{ signed: headSigned }],
  };
}
