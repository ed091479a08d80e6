/** The numbers from 0 to below `size` in an order. */
export function inOrder(size: number, compare: (a: number, b: number) => number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(size);
  for (let index = 0; index < size; index++) order[index] = index;
  return order.sort(compare);
}

/** The place of each number in an order of them. */
export function ranksOf(order: Uint32Array): Uint32Array<ArrayBuffer> {
  const ranks = new Uint32Array(order.length);
  order.forEach((number, place) => {
    ranks[number] = place;
  });
  return ranks;
}

/** A pair of ranks. */
export interface Ranked {
  readonly first: number;
  readonly second: number;
}

/**
 * Calls back with each pair, by their first and then by their second rank, of which there are `seconds`. They are sorted as plain
 * numbers, without a call for each comparison; so the product of all ranks must be a safe integer.
 */
export function forEachSorted(
  count: number,
  pair: (index: number) => Ranked,
  seconds: number,
  callback: (first: number, second: number, place: number) => void,
): void {
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const { first, second } = pair(index);
    keys[index] = first * seconds + second;
  }
  keys.sort();
  keys.forEach((key, place) => {
    const first = Math.floor(key / seconds);
    callback(first, key - first * seconds, place);
  });
}
