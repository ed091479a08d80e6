import type { KnownValues } from '../catalog/known-values.ts';

/** A text that the entry does not know, by the name that it reads it under. */
export interface Stranger {
  readonly name: string;
  readonly text: string;
}

/**
 * Texts of a resource that no condition of its entry names. A component that applies all the same, or that asks for a price by the
 * text, speaks for it; of the others it is not known what they cost.
 */
export class Strangers {
  readonly #known: KnownValues;
  readonly #met = new Map<string, Stranger>();
  readonly #covered = new Set<string>();

  constructor(known: KnownValues) {
    this.#known = known;
  }

  /** Whether the entry names only true and false for it. */
  isBoolean(name: string): boolean {
    const texts = this.#known.get(name);
    return (
      texts !== undefined && texts.size > 0 && [...texts].every((text) => text === 'true' || text === 'false')
    );
  }

  /** A condition wants other texts of the name. */
  meet(name: string, text: string): void {
    const texts = this.#known.get(name);
    if (texts === undefined || texts.has(text) || text === 'true' || text === 'false') return;
    this.#met.set(keyOf(name, text), { name, text });
  }

  /** A component that applies speaks for the text. */
  cover(name: string, text: string): void {
    this.#covered.add(keyOf(name, text));
  }

  /** Those that nothing speaks for, in the order of meeting. */
  get open(): readonly Stranger[] {
    return [...this.#met].flatMap(([key, stranger]) => (this.#covered.has(key) ? [] : [stranger]));
  }
}

function keyOf(name: string, text: string): string {
  return `${name}\u0000${text}`;
}
