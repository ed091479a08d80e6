/**
 * An anchored regular expression for a glob over a tag value: `*` is any text, everything else is itself.
 * In the syntax of RE2, which the policy engine uses and which runs in linear time.
 */
export function globPattern(glob: string): string {
  const parts = glob.split('*').map((part) => part.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'));
  return `\\A(?s:${parts.join('.*')})\\z`;
}
