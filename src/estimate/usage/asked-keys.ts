import type { Usage, UsageValue } from './usage.ts';

/** Usage that remembers which keys were asked of which address. */
export class AskedKeys implements Usage {
  /** By address, in the order of asking. */
  readonly keys = new Map<string, Set<string>>();
  readonly #usage: Usage;

  constructor(usage: Usage) {
    this.#usage = usage;
  }

  of(address: string, type: string): ReadonlyMap<string, UsageValue> {
    const known = this.keys.get(address) ?? new Set<string>();
    this.keys.set(address, known);
    return new HeardMap(this.#usage.of(address, type), known);
  }
}

class HeardMap extends Map<string, UsageValue> {
  readonly #heard: Set<string>;

  constructor(values: ReadonlyMap<string, UsageValue>, heard: Set<string>) {
    super(values);
    this.#heard = heard;
  }

  override get(key: string): UsageValue | undefined {
    this.#heard.add(key);
    return super.get(key);
  }
}
