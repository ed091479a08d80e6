/** The keys of a path in an entry. A key that has dots of its own stands in brackets: `annotations[run.googleapis.com/minScale]`. */
export function pathKeys(path: string): string[] {
  return [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
