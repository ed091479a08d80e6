import type { SourceRange } from '../model/source.ts';

/** `main.tf:12`. */
export function placeText(source: SourceRange): string {
  return `${source.file}:${source.start.line}`;
}

/** A repository path as part of a web address; null for a name that UTF-8 cannot write. */
export function encodePath(file: string): string | null {
  const parts = file.split('/');
  if (parts.some((part) => part === '.' || part === '..' || /\p{Cs}/u.test(part))) return null;
  return parts.map(encodeURIComponent).join('/');
}
