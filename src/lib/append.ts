/** Adds all items at the end of a list. `list.push(...items)` takes each as an argument, and a stack holds only so many. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
