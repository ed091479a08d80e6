/** The path and both sides of the first difference of two trees. A null `at` on one side is no difference. */
export function findDifference(theirs: unknown, ours: unknown, path = ''): string | undefined {
  if (path.endsWith('.at') && (theirs === null || ours === null)) return undefined;
  if (!isObject(theirs) || !isObject(ours)) {
    return theirs === ours ? undefined : `${path}: Go ${show(theirs)}, ours ${show(ours)}`;
  }
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const difference = findDifference(theirs[key], ours[key], `${path}.${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
}
