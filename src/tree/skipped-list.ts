import type { SkippedFile, SkipReason } from '../model/skipped.ts';

/** The files that a tree does not read: each once, in the order in which they were met. */
export class SkippedList {
  readonly files: SkippedFile[] = [];
  readonly #reasons = new Map<string, SkipReason>();

  add(path: string, reason: SkipReason, id?: string): void {
    if (this.#reasons.has(path)) return;
    this.#reasons.set(path, reason);
    this.files.push({ path, reason, ...(id === undefined ? {} : { id }) });
  }

  reason(path: string): SkipReason | undefined {
    return this.#reasons.get(path);
  }
}
