/** What is worth seeing first of a whole price line, discount or commitment. */
const FIRST = ['type', 'model', 'value', 'percent', 'amount', 'flat', 'unit', 'upTo', 'skus', 'from', 'to'];
/** Said by the path already, or nothing that money depends on. */
const LEFT_OUT = ['id', 'name', 'description', 'labels', 'externalIds'];
const LONGEST = 80;

/**
 * A value of a billing file as a cell of a table holds it: objects as `unit 0.28, upTo 8000`, the keys that matter first, cut where
 * it is long. The JSON of the result has all of it.
 */
export function valueText(value: string): string {
  const text = plainText(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}

function plainText(value: string): string {
  if (!/^[[{]/.test(value)) return value;
  try {
    return written(JSON.parse(value), true);
  } catch {
    return value;
  }
}

function written(value: unknown, isTop = false): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return isTop ? listed(value) : `[${listed(value)}]`;
  const entries = Object.entries(value)
    .filter(([key]) => !isTop || !LEFT_OUT.includes(key))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([key, inner]) => `${key} ${written(inner)}`);
  return isTop ? entries.join(', ') : `(${entries.join(', ')})`;
}

function listed(items: readonly unknown[]): string {
  return items.map((item) => written(item)).join(', ');
}

function rank(key: string): number {
  const at = FIRST.indexOf(key);
  return at === -1 ? FIRST.length : at;
}
