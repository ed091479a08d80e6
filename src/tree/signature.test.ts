import { expect, it } from 'vitest';
import { temporaryRepository } from '../../test/support/temporary-repository.ts';
import { git } from './git.ts';
import { isSigned } from './signature.ts';

it('tells a commit with a signature from one without, whatever their messages say', () => {
  using repository = temporaryRepository();
  const plain = repository.commit({ a: '1' });
  const text = git(repository.folder, ['cat-file', 'commit', plain]).stdout.toString();
  const store = (commit: string) =>
    git(repository.folder, ['hash-object', '-t', 'commit', '-w', '--stdin'], commit).stdout.toString().trim();
  const signed = store(text.replace('\n\n', '\ngpgsig -----BEGIN SSH SIGNATURE-----\n x\n\n'));
  const said = store(`${text}\ngpgsig is only said\n`);
  expect([plain, signed, said, 'f'.repeat(40)].map((commit) => isSigned(repository.folder, commit))).toEqual([
    false,
    true,
    false,
    null,
  ]);
});
