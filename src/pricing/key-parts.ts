/** Whether a key of the book has these parts between its `|`; null stands for any part. */
export function hasParts(key: string, wanted: readonly (string | null)[]): boolean {
  const parts = key.split('|');
  return (
    parts.length === wanted.length && wanted.every((part, index) => part === null || part === parts[index])
  );
}
