import { expect, it } from 'vitest';
import { decimal } from '../../lib/decimal.ts';
import { plainJson } from './plain.ts';
import { safeJson } from './safe.ts';
import { streamedJson } from './streamed.ts';

it.each([0, 1, 3])('has the bytes of the whole with %i items', (count) => {
  const items = Array.from({ length: count }, (_, index) => ({
    text: `a "}\n" \u202E ${index}`,
    list: [decimal('0.10'), { deep: [] }],
  }));
  const head = { first: '\n}\n', second: { third: null } };
  const pieces = [...streamedJson(head, 'items', items)];
  expect(pieces.join('')).toBe(safeJson(plainJson({ ...head, items })));
  expect(pieces).toHaveLength(count + 2);
});
