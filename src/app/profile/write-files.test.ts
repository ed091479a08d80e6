import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import { writeFiles } from './write-files.ts';

const first = { path: 'a/first.json', text: 'first\n', isNew: true };

describe('writing files', () => {
  it('makes folders, takes the place of a file, and leaves nothing else', () => {
    using repository = temporaryRepository();
    repository.write({ 'b.json': 'old' });
    writeFiles(repository.folder, [first, { path: 'b.json', text: 'new', isNew: false }]);
    expect(repository.git('status', '--short', '--untracked-files=all')).toBe('?? a/first.json\n?? b.json');
    expect(readFileSync(join(repository.folder, 'b.json'), 'utf8')).toBe('new');
    expect(readdirSync(join(repository.folder, 'a'))).toEqual(['first.json']);
  });

  it.each<[string, (folder: string) => void, string]>([
    [
      'in the place of a folder',
      (folder) => {
        mkdirSync(join(folder, 'z.json'));
      },
      'z.json is no file.',
    ],
    [
      'into a repository within',
      (folder) => {
        mkdirSync(join(folder, 'z.json/.git'), { recursive: true });
      },
      'z.json is a repository of its own, such as a submodule.',
    ],
    [
      'through a link to a file',
      (folder) => {
        symlinkSync('elsewhere', join(folder, 'z.json'));
      },
      'z.json is a link, and what it leads to is not written.',
    ],
  ])('writes none of them %s', (name, make, message) => {
    using repository = temporaryRepository();
    make(repository.folder);
    const path = name.startsWith('into') ? 'z.json/y.json' : 'z.json';
    expect(() => {
      writeFiles(repository.folder, [first, { path, text: '', isNew: false }]);
    }).toThrow(message);
    expect(existsSync(join(repository.folder, first.path))).toBe(false);
  });

  it('writes over nothing that is said to be new', () => {
    using repository = temporaryRepository();
    repository.write({ [first.path]: 'mine' });
    expect(() => {
      writeFiles(repository.folder, [first]);
    }).toThrow('a/first.json is there already, and git does not show it.');
    expect(readFileSync(join(repository.folder, first.path), 'utf8')).toBe('mine');
  });
});
