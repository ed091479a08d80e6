import type { SourceRange } from '../../../model/source.ts';
import type { SnapshotProblem } from '../../snapshot/fact.ts';

/** Something that rewrites what was billed, or that does not fit in the record of what was published. */
export interface RecordFault {
  readonly problem:
    | SnapshotProblem
    /** An exchange rate that comes when periods that it holds for are billed. */
    | 'rate-too-late'
    /** A tag that a discount went by is another for the time before now. */
    | 'tags-in-past';
  /** `id@version`, or the `kind/id` of a file without versions of its own. */
  readonly version: string;
  readonly message: string;
  readonly hint: string;
  readonly source: SourceRange;
}
