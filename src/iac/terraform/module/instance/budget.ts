import { LIMITS } from './limits.ts';

/** What can be used up: steps of evaluation, instances, and the values and the text of their arguments. */
export type Means = 'steps' | 'instances' | 'values' | 'size';

/** Counts what the evaluations of one side of a check use, all its projects together. What is used up stays so. */
export class Budget {
  readonly #left: Record<Means, number>;

  constructor(most: Readonly<Record<Means, number>> = LIMITS) {
    const { steps, instances, values, size } = most;
    this.#left = { steps, instances, values, size };
  }

  /** What is used up; undefined when nothing is. */
  get exhausted(): Means | undefined {
    return (['instances', 'values', 'size', 'steps'] as const).find((means) => this.#left[means] < 0);
  }

  /** Uses something; false when there is not enough of it. */
  take(means: Means, amount: number): boolean {
    this.#left[means] -= amount;
    return this.#left[means] >= 0;
  }
}
