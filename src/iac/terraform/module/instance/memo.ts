import type { SourceSpan } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { unknown } from '../../evaluate/make.ts';
import type { Run } from './run.ts';

/**
 * Values by name: each is evaluated when first asked for, once; asking for one that is under way is a cycle. `owner` and
 * name together are the address.
 */
export class Memo {
  readonly #run: Run;
  readonly #owner: string;
  readonly #values = new Map<string, Value | 'under way'>();

  constructor(run: Run, owner: string) {
    this.#run = run;
    this.#owner = owner;
  }

  /** The value, when it was evaluated before. */
  known(name: string): Value | undefined {
    const value = this.#values.get(name);
    return value === 'under way' ? undefined : value;
  }

  /** The value. A cycle or too deep a reference gives an unknown value and a diagnostic. */
  get(name: string, at: SourceSpan, evaluate: () => Value): Value {
    const known = this.#values.get(name);
    if (known === 'under way') return this.#run.cycle(this.#owner, name, at);
    if (known !== undefined) return known;
    this.#values.set(name, 'under way');
    try {
      const value =
        this.#run.under(this.#owner, name, at, evaluate) ??
        unknown('evaluation-limit', { detail: this.#owner + name });
      this.#values.set(name, value);
      return value;
    } finally {
      if (this.#values.get(name) === 'under way') this.#values.delete(name);
    }
  }
}
