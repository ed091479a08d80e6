import { PlatformError } from '../lib/errors.ts';
import { git } from './git.ts';
import { listFiles } from './listing.ts';
import { findCommit } from './repository.ts';

/**
 * Brings a commit that the clone lacks from `origin`: its trees without contents, then the contents of
 * the wanted files that head does not have already. Two small requests instead of a full checkout.
 * Says what it fetched. Throws PlatformError with git's answer when the remote refuses.
 */
export function fetchBase(
  root: string,
  base: string,
  head: string,
  wanted: (path: string) => boolean,
): string | undefined {
  if (findCommit(root, base) !== undefined) return undefined;
  const partial = fetchCommit(root, base, ['--filter=blob:none']);
  if (partial.code !== 0) {
    const full = fetchCommit(root, base, []);
    if (full.code !== 0) {
      throw new PlatformError(`The base commit ${base} could not be fetched from origin: ${full.stderr}`, {
        hint:
          'Let actions/checkout keep its credentials and permit `contents: read`, ' +
          'or check out with `fetch-depth: 2`.',
      });
    }
    return `fetched the base commit ${base}`;
  }
  const blobs = missingFiles(root, base, head, wanted);
  if (blobs.length > 0) {
    const args = [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--filter=blob:none',
      'origin',
      '--stdin',
    ];
    const answer = git(root, args, blobs.join('\n') + '\n');
    if (answer.code !== 0) {
      throw new PlatformError(`The files of the base commit could not be fetched: ${answer.stderr}`, {
        hint: 'Check out with `fetch-depth: 2`.',
      });
    }
  }
  return `fetched the base commit ${base} and ${blobs.length} of its files`;
}

function fetchCommit(
  root: string,
  commit: string,
  filter: readonly string[],
): { code: number; stderr: string } {
  return git(root, ['fetch', '--quiet', '--depth=1', '--no-tags', ...filter, 'origin', commit]);
}

function missingFiles(
  root: string,
  base: string,
  head: string,
  wanted: (path: string) => boolean,
): readonly string[] {
  const present = new Set(listFiles(root, head).files.map((file) => file.id));
  const missing = listFiles(root, base).files.filter(
    (file) => (file.link || wanted(file.path)) && !present.has(file.id),
  );
  return [...new Set(missing.map((file) => file.id))];
}
