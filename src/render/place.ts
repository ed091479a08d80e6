import { isInPackage } from '../model/packaged.ts';
import type { SourceRange } from '../model/source.ts';

/** `main.tf:12`. */
export function placeText(source: SourceRange): string {
  return `${source.file}:${source.start.line}`;
}

/**
 * A repository path as part of a web address; null for a name that UTF-8 cannot write, and for a file of a module from
 * elsewhere, which is not in the repository.
 */
export function encodePath(file: string): string | null {
  if (isInPackage(file)) return null;
  const parts = file.split('/');
  if (parts.some((part) => part === '.' || part === '..' || /\p{Cs}/u.test(part))) return null;
  return parts.map(encodeURIComponent).join('/');
}
