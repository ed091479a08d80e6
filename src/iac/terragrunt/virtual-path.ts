import { insideRepository, REPOSITORY } from '../terraform/evaluate/functions/paths.ts';

/** The absolute path that stands for a path of the repository: where the repository lies on a machine is not known. */
export function absolutePath(path: string): string {
  return path === '' ? REPOSITORY : `${REPOSITORY}/${path}`;
}

/** The path in the repository that a text names, seen from a folder; undefined when it leads out of it. */
export function repositoryPath(folder: string, text: string): string | undefined {
  return insideRepository(folder, text);
}

/** The way from one folder of the repository to another, as Go's `filepath.Rel`; `.` when they are the same. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [from, to].map((folder) => (folder === '' ? [] : folder.split('/')));
  if (start === undefined || end === undefined) return '.';
  let common = 0;
  while (common < start.length && start[common] === end[common]) common++;
  const parts = [...start.slice(common).map(() => '..'), ...end.slice(common)];
  return parts.length === 0 ? '.' : parts.join('/');
}
