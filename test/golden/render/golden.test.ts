import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../src/model/result.ts';
import { checkAnnotations } from '../../../src/render/annotations.ts';
import { renderComment } from '../../../src/render/comment.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { renderJson } from '../../../src/render/json.ts';
import { renderJunit } from '../../../src/render/junit.ts';
import { renderSarif } from '../../../src/render/sarif.ts';
import { renderSummary } from '../../../src/render/summary.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { result as billed } from './billed/result.ts';
import { result as contracted } from './contracted/result.ts';
import { result as grown } from './grown/result.ts';
import { result as hostile } from './hostile/result.ts';
import { result as profiles } from './profiles/result.ts';
import { result as quiet } from './quiet/result.ts';
import { result as unknown } from './unknown/result.ts';

/** `UPDATE_GOLDEN=1` writes the expected files anew: read the difference before you commit it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

const cases: Readonly<Record<string, CheckResult>> = { billed, contracted, grown, hostile, profiles, quiet, unknown };

const context = {
  headSha: 'a'.repeat(40),
  toolVersion: '1.2.3',
  runUrl: 'https://github.com/acme/shop/actions/runs/7',
  configUrl: 'https://github.com/acme/shop/blob/main/tollgate.yml',
  filesUrl: `https://github.com/acme/shop/blob/${'a'.repeat(40)}/`,
};

const files: Readonly<Record<string, (result: CheckResult) => string>> = {
  'comment.md': (result) => renderComment(result, context),
  'summary.md': (result) => renderSummary(result, context),
  'terminal.txt': (result) => renderTerminal(result, { color: false, width: 110 }),
  'annotations.json': (result) => `${JSON.stringify(checkAnnotations(result), null, 2)}\n`,
  'result.json': (result) => renderJson(result, context),
  'result.sarif': (result) => renderSarif(result, context),
  'junit.xml': renderJunit,
  'page.html': (result) => renderHtml(result, context),
};

describe.each(Object.keys(cases))('%s', (name) => {
  test.each(Object.keys(files))('%s', (file) => {
    const result = cases[name];
    const render = files[file];
    if (result === undefined || render === undefined) throw new Error('no such case');
    const expected = new URL(`${name}/${file}`, import.meta.url);
    const actual = render(result);
    if (UPDATE) {
      mkdirSync(fileURLToPath(new URL('.', expected)), { recursive: true });
      writeFileSync(expected, actual);
    }
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});
