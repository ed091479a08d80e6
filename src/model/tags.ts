import type { SourceRange } from './source.ts';

/** What can be said of one tag key of one resource. */
export type TagState =
  | {
      readonly state: 'present';
      readonly value: string | null;
      readonly sensitive?: true;
      readonly from: 'resource' | 'provider-default' | 'tag-block';
      readonly source?: SourceRange;
    }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly reason: string };

/** The tags of something that a resource makes and that is billed by itself, such as its `volumes`. */
export interface ChildTags {
  readonly name: string;
  readonly tags: EffectiveTags;
}

/**
 * Effective tags of a resource: what it will carry, not only what is written on it.
 * A present key whose value is unknown has `value: null`.
 */
export interface EffectiveTags {
  /** `unknown-type`: in no table, so it is not asked. */
  readonly taggable: 'yes' | 'no' | 'unknown-type';
  readonly keys: ReadonlyMap<string, Extract<TagState, { state: 'present' | 'unknown' }>>;
  /** `closed`: a key that is not in `keys` is absent; else why more keys are possible. */
  readonly others: { readonly state: 'closed' } | { readonly state: 'open'; readonly reason: string };
}
