import { expect, test } from 'vitest';

import { memoryTree } from '../../test/support/memory-tree.ts';
import { overlayTree } from './overlay.ts';
import { packedTree } from './packed-files.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const packed = packedTree({
  files: new Map([
    ['main.tf', bytes('packed')],
    ['sub/a.tf', bytes('sub')],
  ]),
  links: new Map([
    ['link.tf', bytes('sub/a.tf')],
    ['out.tf', bytes('../../../main.tf')],
    ['folder', bytes('sub')],
  ]),
  submodules: new Map(),
  skipped: [{ path: 'large.tf', reason: 'too large' }],
});
const own = memoryTree(
  { 'main.tf': 'own', '.terraform/modules/x/main.tf': 'hidden', '.terraform/modules/xy/main.tf': 'beside' },
  { 'gone.tf': 'too large' },
);
const mount = '.terraform/modules/x';
const tree = overlayTree(own, new Map([[mount, packed]]));
const text = (path: string): string | undefined => {
  const content = tree.read(path);
  return content && Buffer.from(content).toString();
};

test('a mounted tree hides what the tree has in its place, and nothing beside it', () => {
  expect(tree.paths).toEqual([
    '.terraform/modules/x/link.tf',
    '.terraform/modules/x/main.tf',
    '.terraform/modules/x/sub/a.tf',
    '.terraform/modules/xy/main.tf',
    'main.tf',
  ]);
  expect(['main.tf', `${mount}/main.tf`, `${mount}y/main.tf`].map(text)).toEqual(['own', 'packed', 'beside']);
});

test('links of a mounted tree lead to files of it, and never out of it', () => {
  expect(text(`${mount}/link.tf`)).toBe('sub');
  expect(tree.realPath?.(`${mount}/link.tf`)).toBe(`${mount}/sub/a.tf`);
  expect(tree.linkedFolder?.(`${mount}/folder`)).toBe(`${mount}/sub`);
  expect([text(`${mount}/out.tf`), tree.unreadable(`${mount}/out.tf`)]).toEqual([undefined, 'symbolic link']);
});

test('equal contents have equal ids on both sides of the mount', () => {
  const other = overlayTree(memoryTree({ a: 'packed' }), new Map([['m', packed]]));
  expect(other.blobId('m/main.tf')).toBe(other.blobId('a'));
});

test('what is skipped is what the tree itself skips; of a mounted file the reason is told', () => {
  expect(tree.skipped.map(({ path }) => path)).toEqual(['gone.tf']);
  expect(tree.unreadable(`${mount}/large.tf`)).toBe('too large');
});
