import type { SkippedFile } from '../../../../../model/skipped.ts';
import { LIMITS } from '../../../../../tree/limits.ts';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { FETCH_LIMITS } from '../limits.ts';
import type { EntryName } from './entry-name.ts';

/** The entries of an archive as they are met. All that it is given is capped: FetchProblem says so. */
export class Contents implements PackedFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly links = new Map<string, Uint8Array>();
  readonly submodules = new Map<string, string>();
  readonly skipped: SkippedFile[] = [];
  #count = 0;
  #bytes = 0;

  /** Bytes that may still be unpacked. */
  get left(): number {
    return FETCH_LIMITS.unpacked - this.#bytes;
  }

  /** Takes a file or a link; one that is too large is only listed. A name twice would let readers see different things. */
  add({ path, isText }: EntryName, bytes: Uint8Array, kind: 'file' | 'link'): void {
    if (++this.#count > FETCH_LIMITS.files) {
      throw new FetchProblem(`The archive has more than ${FETCH_LIMITS.files} files.`);
    }
    this.#bytes += bytes.length;
    if (this.left < 0) throw tooLarge();
    if (path === '' || this.files.has(path) || this.links.has(path)) {
      throw new FetchProblem('The archive has two files of one name; nothing of it is taken.');
    }
    if (!isText) this.skipped.push({ path, reason: 'name is not UTF-8' });
    else if (bytes.length > LIMITS.file) this.skipped.push({ path, reason: 'too large' });
    else (kind === 'link' ? this.links : this.files).set(path, bytes);
  }
}

/** The archive unpacks to more than is taken of one. */
export function tooLarge(): FetchProblem {
  return new FetchProblem('The archive is too large once it is unpacked.');
}
