import { expect, test } from 'vitest';

import { moduleFolder } from './module-folder.ts';

const files = (...paths: string[]) => ({
  files: new Map(paths.map((path) => [path, new Uint8Array()])),
  links: new Map<string, Uint8Array>(),
  submodules: new Map<string, string>(),
  skipped: [],
});

const one = files('top/main.tf', 'top/sub/main.tf', 'top/subway/main.tf', 'README.md');

test.each([
  ['', '', ''],
  ['*', '', 'top'],
  ['*', 'sub', 'top/sub'],
  ['top', '/sub/', 'top/sub'],
])('%j and then %j is the folder %j', (folder, subfolder, expected) => {
  expect(moduleFolder(one, folder, subfolder)).toBe(expected);
});

test.each([
  ['a folder that is not there', 'gone', '', 'no folder "gone"'],
  ['a file', '*', 'main.tf', 'no folder "*/main.tf"'],
  ['a star for several', '*', '*', 'more than one folder'],
])('%s is told', (_, folder, subfolder, message) => {
  expect(() => moduleFolder(one, folder, subfolder)).toThrow(message);
});
