/** For an option that may be given several times: its values so far with one more. */
export function append(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
