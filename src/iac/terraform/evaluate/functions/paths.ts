/** A path with forward slashes, without `.` and `..` where they can be resolved; `.` for nothing. As Go's `path.Clean`. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !rooted) parts.push(part);
  }
  const joined = parts.join('/');
  return rooted ? `/${joined}` : joined || '.';
}

/** The last part of a path, as Go's `filepath.Base`. */
export function baseName(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** All but the last part of a path, as Go's `filepath.Dir`. */
export function folderName(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf('/') + 1));
}

/**
 * Stands for the folder of the repository in absolute paths, such as those that Terragrunt's functions give: where it lies
 * on a machine is not known, and no part of any result.
 */
export const REPOSITORY = '/~repository';

/** A text as it may be shown: absolute paths in the repository are written as relative ones. */
export function withRelativePaths(text: string): string {
  return text.replaceAll(`${REPOSITORY}/`, './').replaceAll(REPOSITORY, '.');
}

/** Where a path leads from a folder of the repository; undefined outside of it or for any other absolute path. */
export function insideRepository(folder: string, path: string): string | undefined {
  if (path === REPOSITORY || path.startsWith(`${REPOSITORY}/`)) {
    return insideRepository('', `.${path.slice(REPOSITORY.length)}`);
  }
  if (path.startsWith('/') || path.startsWith('~') || path.includes('\0') || /^[A-Za-z]:/.test(path))
    return undefined;
  const cleaned = cleanPath(`${folder === '' ? '.' : folder}/${path}`);
  if (cleaned === '..' || cleaned.startsWith('../')) return undefined;
  return cleaned === '.' ? '' : cleaned;
}
