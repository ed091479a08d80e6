import type { Resource } from './resource.ts';
import type { Value } from './value.ts';

/** `import`: comes under management; what it was before stands in no source. */
export type Action = 'create' | 'import' | 'update' | 'replace' | 'delete' | 'move' | 'no-op';

/** An attribute that differs. `maybe`: unknown on a side, and written differently. */
export interface Difference {
  /** Dotted path with indexes, such as `root_block_device[0].volume_size`. */
  readonly path: string;
  readonly base: Value | undefined;
  readonly head: Value | undefined;
  readonly certainty: 'changed' | 'maybe';
}

/** One resource on two sides. */
export interface Change {
  readonly action: Action;
  /** Address at head; at base for a delete. */
  readonly address: string;
  /** Set when a `moved` block gave it another address at base. */
  readonly previousAddress?: string;
  readonly type: string;
  readonly project: string;
  /** Of an import a stand-in, which says only that something is there. */
  readonly base?: Resource;
  /** With the base's values where `ignore_changes` keeps them. */
  readonly head?: Resource;
  readonly differences: readonly Difference[];
  /** Paths whose change makes the cloud replace the resource. */
  readonly replaceBecause: readonly string[];
}
