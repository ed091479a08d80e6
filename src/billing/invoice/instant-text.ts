const texts = new Map<number, string>();
const MOST = 10_000;

/** An instant in UTC, to the second where it has no fraction: `2027-01-01T00:00:00Z`. */
export function instantText(milliseconds: number): string {
  let text = texts.get(milliseconds);
  if (text === undefined) {
    text = new Date(milliseconds).toISOString().replace('.000Z', 'Z');
    if (texts.size < MOST) texts.set(milliseconds, text);
  }
  return text;
}
