import type { SourceSpan } from '../../../../model/source.ts';
import type { Unknownness } from '../../../../model/value.ts';
import type { Run } from './run.ts';

/** Something that is worked out when first asked for, once; asking for it while it is under way is a cycle. */
export class Lazy<T> {
  readonly #run: Run;
  readonly #address: string;
  readonly #at: SourceSpan;
  readonly #compute: () => T;
  readonly #instead: (cause: Unknownness) => T;
  #state: { readonly value: T } | 'under way' | undefined;

  /** `instead` gives what stands in for the result after a cycle or too deep a reference. */
  constructor(
    run: Run,
    address: string,
    at: SourceSpan,
    compute: () => T,
    instead: (cause: Unknownness) => T,
  ) {
    this.#run = run;
    this.#address = address;
    this.#at = at;
    this.#compute = compute;
    this.#instead = instead;
  }

  /** The result. */
  get(): T {
    if (this.#state === 'under way') return this.#instead(this.#run.cycle(this.#address, '', this.#at));
    if (this.#state !== undefined) return this.#state.value;
    this.#state = 'under way';
    try {
      const found = this.#run.under(this.#address, '', this.#at, () => ({ value: this.#compute() }));
      this.#state = found ?? {
        value: this.#instead({ reason: 'evaluation-limit', detail: this.#address }),
      };
      return this.#state.value;
    } catch (error) {
      this.#state = undefined;
      throw error;
    }
  }
}
