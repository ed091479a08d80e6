/** Methods of strings that look at every character between two places, and how many that is. */
const searches = {
  indexOf: (length: number, from: number, found: number) => (found === -1 ? length : found) - from,
  lastIndexOf: (length: number, _from: number, found: number) => length - Math.max(found, 0),
} as const;

/**
 * How many characters of strings `run` looks at: a measure of its work that is the same on every machine.
 * Regular expressions are counted as one look.
 */
export function ticks(run: () => void): number {
  const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = new Map<string, (...args: unknown[]) => unknown>();
  let count = 0;
  const replace = (name: string, cost: (text: string, args: unknown[], result: unknown) => number): void => {
    const original = prototype[name];
    if (original === undefined) throw new Error(`no ${name}`);
    originals.set(name, original);
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      const result = original.apply(this, args);
      count += cost(this as string, args, result);
      return result;
    };
  };
  for (const name of ['charCodeAt', 'charAt', 'codePointAt', 'slice', 'startsWith', 'endsWith'])
    replace(name, () => 1);
  for (const name of ['indexOf', 'lastIndexOf'] as const) {
    replace(name, (text, [, from], found) => searches[name](text.length, Number(from ?? 0), Number(found)));
  }
  for (const name of ['normalize', 'includes', 'trim']) replace(name, (text) => text.length);
  try {
    run();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return count;
}
