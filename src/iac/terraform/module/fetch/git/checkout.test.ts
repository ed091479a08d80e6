import { expect, test } from 'vitest';

import { filesOfCommit } from './checkout.ts';
import type { GitObject } from './pack.ts';

interface Entry {
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

const idOf = (number: number): string => number.toString(16).padStart(40, '0');
const COMMIT = 'c'.repeat(40);
const blob: readonly [string, GitObject] = [idOf(0xb), { type: 'blob', bytes: Buffer.from('x') }];

function tree(...entries: Entry[]): GitObject {
  const bytes = entries.map(({ mode, name, id }) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
  );
  return { type: 'tree', bytes: Buffer.concat(bytes) };
}

/** The files of a commit of the tree with the first of these ids. */
function filesOf(...objects: (readonly [string, GitObject])[]): string[] {
  const commit: GitObject = { type: 'commit', bytes: Buffer.from(`tree ${objects[0]?.[0] ?? ''}\n`) };
  return [...filesOfCommit(new Map([...objects, blob, [COMMIT, commit]]), COMMIT).files.keys()];
}

const file = (name: string): Entry => ({ mode: '100644', name, id: idOf(0xb) });

test.each(['.git', '.GIT', '.', '..', 'a/b', ''])('a folder with the name %j is broken', (name) => {
  expect(() => filesOf([idOf(1), tree(file('a'), file(name))])).toThrow('sent a folder that is broken');
});

test('names that only look like those of git are names', () => {
  expect(filesOf([idOf(1), tree(file('.gitignore'), file('...'), file('x.git'))])).toEqual([
    '.gitignore',
    '...',
    'x.git',
  ]);
});

test.each([
  [64, true],
  [65, false],
])('folders that are %i deep are read: %s', (depth, expected) => {
  const chain = Array.from({ length: depth }, (_, index): readonly [string, GitObject] => [
    idOf(100 + index),
    tree({ mode: '40000', name: 'd', id: idOf(101 + index) }),
  ]);
  const read = () => filesOf(...chain, [idOf(100 + depth), tree(file('a'))]);
  if (expected) expect(read()).toEqual([`${'d/'.repeat(depth)}a`]);
  else expect(read).toThrow('more than 64 deep');
});
