import { describe, expect, test } from 'vitest';
import { secret, text } from '../../test/golden/render/build.ts';
import { decimal } from '../lib/decimal.ts';
import type { SequenceValue, Value } from '../model/value.ts';
import { valueText } from './value.ts';

const list = (items: readonly Value[], more: Partial<SequenceValue> = {}): Value => ({
  kind: 'list',
  items,
  origin: [],
  ...more,
});

describe('valueText', () => {
  test.each<[string, Value | undefined, string]>([
    ['nothing', undefined, '(not set)'],
    ['null', { kind: 'null', origin: [] }, 'null'],
    ['bool', { kind: 'bool', value: true, origin: [] }, 'true'],
    ['number', { kind: 'number', value: decimal('20.50'), origin: [] }, '20.5'],
    ['string', text('a"b\u001B[0m'), '"a\\"b\uFFFD[0m"'],
    ['sensitive', secret('hunter2'), '(sensitive)'],
    ['sensitive inside', list([text('a'), secret('hunter2')]), '["a", (sensitive)]'],
    [
      'object, sorted',
      {
        kind: 'object',
        entries: new Map([
          ['b', secret('hunter2')],
          ['a', text('x')],
        ]),
        origin: [],
      },
      '{a = "x", b = (sensitive)}',
    ],
    [
      'partly known',
      list([text('a')], { rest: { reason: 'data-source', detail: 'data.x.y' } }),
      '["a", (unknown: data.x.y is read from the cloud)]',
    ],
    [
      'unknown',
      { kind: 'unknown', reason: 'no-variable-value', detail: 'var.size', origin: [] },
      '(unknown: var.size has no value in the sources)',
    ],
    [
      'prefix',
      { kind: 'unknown', reason: 'data-source', prefix: 'arn:', origin: [] },
      '"arn:…" (unknown: it is read from the cloud)',
    ],
    [
      'candidates, one sensitive',
      {
        kind: 'unknown',
        reason: 'unknown-workspace',
        candidates: [text('a'), secret('hunter2')],
        origin: [],
      },
      '"a" or (sensitive) (unknown: it depends on the workspace: list projects[].workspaces in tollgate.yml)',
    ],
    [
      'doubtful parts',
      {
        kind: 'object',
        entries: new Map([['a', text('x')]]),
        uncertain: new Set(['a']),
        origin: [],
      },
      '{a? = "x"}',
    ],
    [
      'items in no known order',
      list([text('a')], { unplaced: { reason: 'unknown-repetition' } }),
      '["a", (order unknown: it depends on an unknown repetition)]',
    ],
    ['many', list(Array.from({ length: 9 }, () => text('a'))), '["a", "a", "a", "a", "a", 4 more]'],
  ])('%s', (_, value, expected) => {
    expect(valueText(value)).toBe(expected);
  });

  test('depth and length are bounded', () => {
    let deep: Value = text('x');
    for (let i = 0; i < 50; i++) deep = list([deep]);
    expect(valueText(deep)).toBe('[[[[…]]]]');
    expect(valueText(text('y'.repeat(1000))).length).toBeLessThanOrEqual(120);
  });
});
