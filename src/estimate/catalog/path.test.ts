import { expect, it } from 'vitest';
import { pathKeys } from './path.ts';

it.each([
  ['size', ['size']],
  ['disk.0.type', ['disk', '0', 'type']],
  ['metadata.annotations[a.b/c]', ['metadata', 'annotations', 'a.b/c']],
  ['labels[a.b].c', ['labels', 'a.b', 'c']],
])('%s', (path, keys) => {
  expect(pathKeys(path)).toEqual(keys);
});
