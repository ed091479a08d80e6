import type { SkippedFile } from '../../../../../model/skipped.ts';
import { pathOf } from '../../../../../tree/path-text.ts';
import type { PackedFiles } from '../../../../../tree/packed-files.ts';
import { FetchProblem } from '../fetch-problem.ts';
import { FETCH_LIMITS } from '../limits.ts';
import type { GitObject } from './pack.ts';

/** Folders that lie in one another at most. */
const DEEPEST = 64;

type Objects = ReadonlyMap<string, GitObject>;

/**
 * The files of a commit, from the objects of a pack alone: nothing is written and nothing of it is run. A file that the
 * server left out for its size is listed as skipped. Throws FetchProblem when a folder is missing.
 */
export function filesOfCommit(objects: Objects, commit: string): PackedFiles {
  const object = objects.get(commit);
  if (object?.type !== 'commit') throw new FetchProblem(`The git server did not send the commit ${commit}.`);
  const [, tree = ''] = /^tree ([0-9a-f]{40,64})\n/.exec(Buffer.from(object.bytes).toString('latin1')) ?? [];
  const walk = new Walk(objects, commit.length / 2);
  walk.folder(tree, [], 0);
  return walk;
}

class Walk implements PackedFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly links = new Map<string, Uint8Array>();
  readonly submodules = new Map<string, string>();
  readonly skipped: SkippedFile[] = [];
  readonly #objects: Objects;
  readonly #idLength: number;
  #count = 0;

  constructor(objects: Objects, idLength: number) {
    this.#objects = objects;
    this.#idLength = idLength;
  }

  /** Takes all of a folder; `name` are the bytes of its path, with a slash at the end. */
  folder(id: string, name: readonly Uint8Array[], depth: number): void {
    const tree = this.#objects.get(id);
    if (tree?.type !== 'tree') throw new FetchProblem('The git server left out a folder of the commit.');
    if (depth > DEEPEST) throw new FetchProblem(`Folders of the repository are more than ${DEEPEST} deep.`);
    for (const entry of entriesOf(tree.bytes, this.#idLength)) {
      // One tree may stand in many places: the places count.
      if (++this.#count > FETCH_LIMITS.files) {
        throw new FetchProblem(`The repository has more than ${FETCH_LIMITS.files} files.`);
      }
      if (entry.mode === '40000') this.folder(entry.id, [...name, entry.name, SLASH], depth + 1);
      else this.#take(entry, pathOf(Buffer.concat([...name, entry.name])));
    }
  }

  #take({ mode, id }: TreeEntry, { path, isText }: ReturnType<typeof pathOf>): void {
    if (!isText) {
      this.skipped.push({ path, reason: 'name is not UTF-8', id });
      return;
    }
    if (mode === '160000') {
      this.submodules.set(path, id);
      return;
    }
    const blob = this.#objects.get(id);
    if (blob === undefined) this.skipped.push({ path, reason: 'too large', id });
    else (mode === '120000' ? this.links : this.files).set(path, blob.bytes);
  }
}

const SLASH = Buffer.from('/');

interface TreeEntry {
  readonly mode: string;
  readonly name: Uint8Array;
  readonly id: string;
}

/** The entries of a tree object: `mode name<null>id`. Throws FetchProblem for names that no folder can have. */
function* entriesOf(bytes: Uint8Array, idLength: number): Generator<TreeEntry> {
  for (let at = 0; at < bytes.length;) {
    const [blank, zero] = [bytes.indexOf(32, at), bytes.indexOf(0, at)];
    const end = zero + 1 + idLength;
    if (blank === -1 || zero < blank || end > bytes.length) throw broken();
    const name = bytes.subarray(blank + 1, zero);
    if (
      name.length === 0 ||
      name.includes(47) ||
      /^(\.\.?|\.git)$/i.test(Buffer.from(name).toString('latin1'))
    ) {
      throw broken();
    }
    const mode = Buffer.from(bytes.subarray(at, blank)).toString('latin1');
    yield { mode, name, id: Buffer.from(bytes.subarray(zero + 1, end)).toString('hex') };
    at = end;
  }
}

function broken(): FetchProblem {
  return new FetchProblem('The git server sent a folder that is broken.');
}
