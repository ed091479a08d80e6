import type { SourceSpan } from './source.ts';

/**
 * A YAML or JSON document with the place of every node kept, so that an error can point at its line.
 * `data` of the whole is a plain value (for JSON Schema); `at` finds the node behind a JSON pointer.
 */
export type DocumentNode =
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean | null;
      readonly text: string;
      readonly span: SourceSpan;
    }
  | { readonly kind: 'sequence'; readonly items: readonly DocumentNode[]; readonly span: SourceSpan }
  | { readonly kind: 'mapping'; readonly entries: readonly MappingEntry[]; readonly span: SourceSpan };

export interface MappingEntry {
  readonly key: string;
  readonly keySpan: SourceSpan;
  readonly value: DocumentNode;
}
