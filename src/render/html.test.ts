import { expect, test } from 'vitest';
import { cost, costed, line, range, result } from '../../test/golden/render/build.ts';
import { result as hostile } from '../../test/golden/render/hostile/result.ts';
import { renderHtml } from './html.ts';

const context = { headSha: 'a'.repeat(40), toolVersion: '1.0.0', filesUrl: 'https://example.com/' };

test('loads nothing and runs nothing', () => {
  const page = renderHtml(hostile, context);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<(?:script|img|link|iframe|object|form|!--)/i);
  expect(page).not.toMatch(/\s(?:on\w+|src|style)=/i.exec(page.replaceAll(/>[^<]*</g, '><'))?.[0] ?? /^$/);
});

test('links lead to web addresses only', () => {
  const targets = [...renderHtml(hostile, context).matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) expect(target).toMatch(/^https:\/\/example\.com\//);
});

test('no row is cut', () => {
  const changes = Array.from({ length: 3000 }, (_, index) =>
    costed('create', `a.b${index}`, { head: cost('a.b', [line('x', range('1'), '5', 'hours')]) }),
  );
  const page = renderHtml(result({ changes }), context);
  expect(page).toContain('<code>a.<wbr>b2999</code>');
  expect(page).not.toContain('more</td>');
});
