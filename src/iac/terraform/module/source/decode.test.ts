import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../../index.ts';
import { decodeText } from './decode.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));

describe('decodeText', () => {
  it.each<[string, Uint8Array, number]>([
    ['a stray byte in the third line', bytes('ä = 1\n\n# ', 0xe9, '\nb = 2\n'), 3],
    ['a character that a newline cuts', bytes('a = "', 0xc3, '\n"\n'), 1],
    ['a character that the end cuts', bytes('a = 1\nb = "', 0xe2, 0x82), 2],
    ['UTF-16', bytes(0xff, 0xfe, 'a', 0), 1],
  ])('%s', (_, content, line) => {
    expect(decodeText(content)).toMatchObject({ line });
  });

  it('keeps a text', () => {
    expect(decodeText(bytes('ä = "€"\n'))).toEqual({ text: 'ä = "€"\n' });
  });
});

it('a configuration file that is not UTF-8 is an error at its line', () => {
  const tree = memoryTree({
    'main.tf': bytes('provider "x" {}\n# caf', 0xe9, '\n'),
    'ok.tf': 'resource "x_y" "z" {}\n',
  });
  const side = openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() });
  const { diagnostics, resources } = readTerraform(side);
  expect(resources.map(({ address }) => address)).toEqual(['x_y.z']);
  expect(diagnostics).toMatchObject([
    { severity: 'error', code: 'unreadable-file', source: { file: 'main.tf', start: { line: 2 } } },
  ]);
});
