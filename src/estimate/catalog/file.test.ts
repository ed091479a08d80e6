import { expect, it } from 'vitest';
import type { CatalogEntry, CatalogFile } from './entry.ts';
import { catalogText, openCatalogText, readCatalogText } from './file.ts';

const entry = (type: string, docs: string): CatalogEntry => ({
  type,
  provider: 'aws',
  service: 'ec2',
  docs,
  components: [],
});
const file: CatalogFile = {
  entries: { aws_a: entry('aws_a', 'with ",\n"entries":{\n and "}": in it'), aws_b: entry('aws_b', ',') },
  free: { aws_c: { reason: 'r', link: 'l' }, aws_d: { reason: 'r', link: 'l' } },
  attributes: { aws_a: ['size'] },
};

it('gives back what was written, and is plain JSON', () => {
  const text = catalogText(file);
  const opened = openCatalogText(text);
  expect(opened.types).toEqual({ priced: ['aws_a', 'aws_b'], free: ['aws_c', 'aws_d'] });
  expect(opened.types.priced.map((type) => opened.entry(type))).toEqual(Object.values(file.entries));
  expect(opened.entry('aws_c')).toBeUndefined();
  expect(opened.free('aws_d')).toEqual(file.free['aws_d']);
  expect(opened.free('aws_a')).toBeUndefined();
  expect(opened.attributes('aws_a')).toEqual(['size']);
  expect(readCatalogText(text)).toEqual({ entries: file.entries, free: file.free });
  expect(JSON.parse(text)).toMatchObject({ version: 1, entries: file.entries });
});

it('is a catalog without entries too', () => {
  const opened = openCatalogText(catalogText({ ...file, entries: {} }));
  expect(opened.types.priced).toEqual([]);
  expect(opened.free('aws_c')).toEqual(file.free['aws_c']);
});

it('refuses another text', () => {
  expect(() => openCatalogText('{}')).toThrow('not as it was compiled');
});
