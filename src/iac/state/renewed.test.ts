import { expect, it } from 'vitest';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import type { Resource } from '../../model/resource.ts';
import { MAX_ORIGINS } from '../terraform/evaluate/origin.ts';
import { toPlain } from '../terraform/evaluate/plain.ts';
import { openTerraform, ParseCache, readTerraform } from '../terraform/index.ts';
import { fillFromState } from './fill.ts';

function resources(text: string): readonly Resource[] {
  const options = { projects: [], exclude: [], cache: new ParseCache() };
  return readTerraform(openTerraform(memoryTree({ 'main.tf': text }), options)).resources;
}

const stored = ['x_s.s', 'x_t.t', 'x_y.z'].map((address) => ({
  ...{ address, type: address.slice(0, 3), mode: 'managed' as const, provider: { name: 'aws' } },
  ...{ attributes: { out: 'o', a: 'stored' }, sensitive: {}, isTainted: false },
}));

/** Whether the head has for `a` of `x_y.z` what the state has for it; at the base it always has. */
function isKept(base: string, head: string): boolean {
  const state = { file: 's.json', objects: stored };
  const sides = fillFromState(resources(base), resources(head), state, []);
  const [before, after] = [sides.base, sides.head].map((side) =>
    toPlain(side.find(({ address }) => address === 'x_y.z')?.attributes ?? { kind: 'null', origin: [] }),
  );
  expect(before).toMatchObject({ a: expect.stringMatching(/^(stored|o)$/) as unknown });
  return (after as { a?: unknown }).a === (before as { a?: unknown }).a;
}

const source = (input: number): string => `resource "x_s" "s" {\n  input = ${input}\n}\n`;
const other = 'resource "x_t" "t" {\n  input = 1\n}\n';
const user = (written: string): string => `resource "x_y" "z" {\n  a = ${written}\n}\n`;
const provider = (region: string): string => `provider "aws" {\n  region = "${region}"\n}\n`;
const placed = (region: string): string =>
  `${provider(region)}resource "aws_instance" "i" {\n  a = x_s.s.out\n}\n`;

it.each<[string, string]>([
  ['an attribute', 'x_s.s.out'],
  ['a part of one', 'x_s.s.out[0]'],
  ['a text with it', '"${x_s.s.out}-x"'],
  ['a text with another one before it', '"${x_t.t.out}-${x_s.s.out}"'],
  ['a choice by it', 'x_s.s.out == "o" ? "stored" : "p"'],
])('does not count at the head when what it comes from changes: %s', (_, written) => {
  const rest = other + user(written);
  expect(isKept(source(1) + rest, source(1) + rest)).toBe(true);
  expect(isKept(source(1) + rest, source(2) + rest)).toBe(false);
});

it('counts when something else changes', () => {
  const rest = other + user('x_t.t.out');
  expect(isKept(source(1) + rest, source(2) + rest)).toBe(true);
  expect(isKept(rest, source(2) + rest)).toBe(true);
});

it('does not count when what it comes from is made from what changes', () => {
  const rest = 'resource "x_t" "t" {\n  input = x_s.s.out\n}\n' + user('x_t.t.out');
  expect(isKept(source(1) + rest, source(2) + rest)).toBe(false);
});

it('does not count when it comes through a local value', () => {
  const rest = 'locals {\n  l = { k = "${x_s.s.out}${x_s.s.out}" }\n}\n' + user('local.l.k');
  expect(isKept(source(1) + rest, source(2) + rest)).toBe(false);
});

it('does not count when it comes from more places than are kept, and anything changes', () => {
  const hops = Array.from({ length: MAX_ORIGINS + 4 }, (_, hop) => `  l${hop + 1} = "\${local.l${hop}}"\n`);
  const rest =
    `locals {\n  l0 = "\${x_t.t.out}"\n${hops.join('')}}\n${other}` + user(`local.l${hops.length}`);
  expect(isKept(source(1) + rest, source(1) + rest)).toBe(true);
  expect(isKept(source(1) + rest, source(2) + rest)).toBe(false);
});

it('keeps nothing of what the head has in another region', () => {
  const object = {
    ...{ address: 'aws_instance.i', type: 'aws_instance', mode: 'managed' as const },
    ...{ provider: { name: 'aws' }, attributes: { a: 'o', b: 7 }, sensitive: {}, isTainted: false },
  };
  const headOf = (region: string): unknown => {
    const state = { file: 's.json', objects: [object] };
    const [base, head] = [resources(source(1) + placed('eu-west-1')), resources(source(1) + placed(region))];
    const filled = fillFromState(base, head, state, []);
    return [...(filled.head.find(({ name }) => name === 'i')?.attributes.entries.keys() ?? [])];
  };
  expect([headOf('eu-west-1'), headOf('us-east-1')]).toEqual([['a', 'b'], ['a']]);
});
