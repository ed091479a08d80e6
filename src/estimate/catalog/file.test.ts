import { expect, it } from 'vitest';
import type { CatalogEntry, CatalogFile } from './entry.ts';
import { catalogText, openCatalogText } from './file.ts';

const entry = (type: string, docs: string): CatalogEntry => ({
  type,
  provider: 'aws',
  service: 'ec2',
  docs,
  components: [],
});
const file: CatalogFile = {
  version: 1,
  entries: { aws_a: entry('aws_a', 'with ",\n"entries":{\n and "}": in it'), aws_b: entry('aws_b', ',') },
  free: { aws_c: { reason: 'r', link: 'l' } },
  attributes: { aws_a: ['size'] },
};

it('gives back what was written, and is plain JSON', () => {
  const text = catalogText(file);
  const opened = openCatalogText(text);
  expect(opened.types).toEqual(['aws_a', 'aws_b']);
  expect(opened.types.map((type) => opened.entry(type))).toEqual(Object.values(file.entries));
  expect(opened.entry('aws_c')).toBeUndefined();
  expect(opened.free).toEqual(file.free);
  expect(JSON.parse(text)).toEqual(file);
});

it('is a catalog without entries too', () => {
  const opened = openCatalogText(catalogText({ ...file, entries: {} }));
  expect(opened.types).toEqual([]);
  expect(opened.free).toEqual(file.free);
});

it('refuses another text', () => {
  expect(() => openCatalogText('{}')).toThrow('not as it was compiled');
});
