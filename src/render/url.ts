/** Longest address that is linked; a longer one is shown without its link. */
const LONGEST_URL = 1000;

/**
 * The address in normal form when it is an absolute https or http one without a user name; else null.
 * Nothing in it can end a Markdown link or an HTML attribute.
 */
export function safeUrl(url: string): string | null {
  if (url.length > LONGEST_URL || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '' || parsed.hostname === '') return null;
  const href = parsed.href.replace(
    /[^\w\-.~:/?#@!$&+,;=%]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return href.length > LONGEST_URL ? null : href;
}
