import { count } from '../model/money-text.ts';

/** `1 resource`, `1,234 resources`; `many` where adding an s is not enough. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** What stands in the place of `n` rows. */
export function andMore(n: number): string {
  return `… and ${count(n)} more`;
}
