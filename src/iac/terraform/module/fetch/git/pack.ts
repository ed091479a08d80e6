import { createHash } from 'node:crypto';
import { FetchProblem } from '../fetch-problem.ts';
import { FETCH_LIMITS, type FetchLimits } from '../limits.ts';
import { applyDelta } from './delta.ts';
import { entryAt, type PackEntry } from './pack-entry.ts';

/** An object of a repository. */
export interface GitObject {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag';
  readonly bytes: Uint8Array;
}

/** Servers put bases first; a pack that does not is read as far as this. */
const MOST_ROUNDS = 64;

type Sizes = Pick<FetchLimits, 'files' | 'unpacked'>;

/**
 * The objects of a pack by their ids, which are computed from their contents (gitformat-pack). Throws FetchProblem when the
 * pack is broken or too large.
 */
export function readPack(
  pack: Uint8Array,
  algorithm: 'sha1' | 'sha256',
  limits: Sizes = FETCH_LIMITS,
): ReadonlyMap<string, GitObject> {
  const header = Buffer.from(pack.buffer, pack.byteOffset, Math.min(pack.length, 12));
  if (header.length < 12 || header.toString('latin1', 0, 4) !== 'PACK' || header.readUInt32BE(4) !== 2) {
    throw new FetchProblem('What the git server sent is no pack.');
  }
  if (!isWhole(pack, algorithm)) throw new FetchProblem('The pack of the git server is cut off or broken.');
  const count = header.readUInt32BE(8);
  if (count > limits.files) throw new FetchProblem(`The repository has more than ${limits.files} objects.`);
  const idLength = algorithm === 'sha1' ? 20 : 32;
  const entries = new Map<number, PackEntry>();
  let left = limits.unpacked;
  for (let at = 12, read = 0; read < count; read++) {
    const entry = entryAt(pack.subarray(0, -idLength), at, idLength, left);
    left -= entry.bytes.length;
    entries.set(at, entry);
    at = entry.end;
  }
  return new Objects(entries, algorithm, left).all();
}

/** Objects that are put together from their deltas, each once. */
class Objects {
  readonly #entries: ReadonlyMap<number, PackEntry>;
  readonly #algorithm: string;
  readonly #byOffset = new Map<number, GitObject>();
  readonly #byId = new Map<string, GitObject>();
  #left: number;

  constructor(entries: ReadonlyMap<number, PackEntry>, algorithm: string, left: number) {
    this.#entries = entries;
    this.#algorithm = algorithm;
    this.#left = left;
  }

  /** Bases can stand behind their deltas only where they are named by id: rounds until nothing more fits. */
  all(): ReadonlyMap<string, GitObject> {
    let waiting = [...this.#entries.keys()];
    for (let round = 0; waiting.length > 0; round++) {
      const rest = waiting.filter((offset) => !this.#resolve(offset));
      if (rest.length === waiting.length || round > MOST_ROUNDS) {
        throw new FetchProblem('The pack of the git server is broken: the base of a delta is missing.');
      }
      waiting = rest;
    }
    return this.#byId;
  }

  #resolve(offset: number): boolean {
    const entry = this.#entries.get(offset);
    if (entry === undefined) return false;
    const { type, base, bytes } = entry;
    if (type !== 'delta') return this.#add(offset, { type, bytes });
    const found = typeof base === 'number' ? this.#byOffset.get(base) : this.#byId.get(base ?? '');
    if (found === undefined) return false;
    const made = applyDelta(found.bytes, bytes, this.#left);
    this.#left -= made.length;
    return this.#add(offset, { type: found.type, bytes: made });
  }

  #add(offset: number, object: GitObject): true {
    const hash = createHash(this.#algorithm).update(`${object.type} ${object.bytes.length}\0`);
    this.#byOffset.set(offset, object);
    this.#byId.set(hash.update(object.bytes).digest('hex'), object);
    return true;
  }
}

/** Whether the digest at the end of a pack is the one of what comes before it. */
function isWhole(pack: Uint8Array, algorithm: 'sha1' | 'sha256'): boolean {
  const size = algorithm === 'sha1' ? 20 : 32;
  const [content, digest] = [pack.subarray(0, -size), pack.subarray(-size)];
  return createHash(algorithm).update(content).digest().equals(digest);
}
