import { describe, expect, test } from 'vitest';
import { cost, costed, line, range, result } from '../../test/golden/render/build.ts';
import { result as grown } from '../../test/golden/render/grown/result.ts';
import { result as hostile } from '../../test/golden/render/hostile/result.ts';
import { renderTerminal } from './terminal.ts';
import { chunks, columnsOf } from './terminal/width.ts';

const ESC = '\u001B';
const ESCAPE = new RegExp(`${ESC}\\[\\d+m`, 'g');

describe('renderTerminal', () => {
  test('colour adds escape sequences and changes nothing else', () => {
    const plain = renderTerminal(grown, { color: false, width: 100 });
    const painted = renderTerminal(grown, { color: true, width: 100 });
    expect(plain).not.toContain('\u001B');
    expect(painted).toContain('\u001B[31m');
    expect(painted.replaceAll(ESCAPE, '')).toBe(plain);
  });

  test('hostile text gives a terminal nothing to obey', () => {
    const text = renderTerminal(hostile, { color: true, width: 100 }).replaceAll(ESCAPE, '');
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(text).not.toMatch(/^::/m);
  });

  test.each([120, 160])('keeps within %i columns', (width) => {
    for (const text of renderTerminal(grown, { color: false, width }).split('\n')) {
      expect(columnsOf(text)).toBeLessThanOrEqual(width);
    }
  });

  test('breaks prose before it shortens an address', () => {
    expect(renderTerminal(grown, { color: false, width: 110 })).toContain(
      'module.web["eu"].aws_instance.app[0]  $',
    );
  });

  test('never cuts an amount', () => {
    expect(renderTerminal(grown, { color: false, width: 40 })).toContain('+$251.85');
  });

  test('says that it compares with HEAD, where there is no default branch', () => {
    const look = { color: false, width: 160 };
    const head = { ref: 'working tree', commit: null };
    const text = renderTerminal({ ...grown, base: { ...grown.base, ref: 'HEAD' }, head }, look);
    expect(text).toContain('  Compared: HEAD with working tree, not a default branch.');
    expect(renderTerminal({ ...grown, head }, look)).not.toContain('Compared');
  });

  test('says each finding once, and before the findings what is none', () => {
    const [first, ...rest] = grown.findings;
    if (first === undefined) throw new Error('no finding');
    const message = 'prod.yaml could not be read';
    const text = renderTerminal(
      { ...grown, diagnostics: [{ severity: 'error', code: 'yaml', message }] },
      { color: false, width: 200 },
    );
    for (const finding of [first, ...rest]) expect(text.split(finding.message)).toHaveLength(2);
    expect(text.indexOf(message)).toBeGreaterThan(0);
    expect(text.indexOf(message)).toBeLessThan(text.indexOf(first.message));
  });

  test('counts the rows that it leaves out', () => {
    const changes = Array.from({ length: 70 }, (_, index) =>
      costed('create', `a.b${index}`, { head: cost('a.b', [line('x', range('1'), '5', 'hours')]) }),
    );
    expect(renderTerminal(result({ changes }), { color: false, width: 100 })).toContain('… and 20 more');
  });
});

describe('width', () => {
  test.each([
    ['abc', 3],
    ['東京', 4],
    ['🚀', 2],
    ['e\u0301', 1],
    ['❌', 2],
  ])('%s', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test.each([
    ['module.web.aws_instance.app', 12, ['module.web.', 'aws_instance', '.app']],
    ['aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
    ['東京東京', 5, ['東京', '東京']],
    ['short', 11, ['short']],
  ])('%s in parts of %i', (word, width, parts) => {
    expect(chunks(word, width)).toEqual(parts);
    expect(parts.join('')).toBe(word);
  });
});
