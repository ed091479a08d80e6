import { expect, test } from 'vitest';
import { finding, result } from '../../test/golden/render/build.ts';
import { result as hostile } from '../../test/golden/render/hostile/result.ts';
import { result as unknown } from '../../test/golden/render/unknown/result.ts';
import { renderJunit } from './junit.ts';

test.each([
  ['pass', 'failures="0" errors="0"'],
  ['warn', 'failures="0" errors="0"'],
  ['pending', 'failures="1" errors="0"'],
  ['fail', 'failures="1" errors="0"'],
  ['error', 'failures="0" errors="1"'],
] as const)('the verdict %s counts %s', (state, counts) => {
  expect(renderJunit(result({ verdict: { state, reasons: [] } }))).toContain(`tests="1" ${counts}`);
});

test('a denied finding fails, a warning passes with its text, a broken policy is an error', () => {
  const xml = renderJunit(
    result({
      findings: [
        finding({ policyId: 'a', message: 'one' }),
        finding({ policyId: 'b', message: 'two', status: 'warn' }),
        finding({ policyId: 'c', message: 'three', status: 'error' }),
      ],
    }),
  );
  expect(xml).toContain('tests="4" failures="1" errors="1"');
  expect(xml).toContain('<failure message="one" type="a (hard)">one</failure>');
  expect(xml).toContain('<system-out>two</system-out>');
  expect(xml).toContain('<error message="three"');
});

test('unread input is an error with its place', () => {
  expect(renderJunit(unknown)).toMatch(
    /name="hcl-syntax" classname="tollgate.input" file="broken.tf" line="7"><error/,
  );
});

test('hostile text stays text', () => {
  const xml = renderJunit(hostile);
  expect(xml).not.toMatch(/<!|<script|<img|\]\]>/);
  expect(xml).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
  const tags = [...xml.matchAll(/<(\/?)([a-z-]+)([^<>]*?)(\/?)>/g)];
  const open: string[] = [];
  for (const [, close, name = '', , empty] of tags) {
    if (close === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name);
  }
  expect(open).toEqual([]);
});
