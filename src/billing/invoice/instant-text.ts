/** An instant in UTC, to the second where it has no fraction: `2027-01-01T00:00:00Z`. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
