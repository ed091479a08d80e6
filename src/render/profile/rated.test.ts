import { expect, it } from 'vitest';

import { held, january, sku, terms } from '../../billing/invoice/testing/make.ts';
import { decimal } from '../../lib/decimal.ts';
import type { RatedUsage } from '../../model/billing/rated.ts';
import type { Invoice } from '../../model/billing/rating.ts';
import { renderRated } from './rated.ts';

const price = { model: 'perUnit', unit: decimal('1') } as const;
const invoice = january(held(terms({ skus: [sku('api', { price })] })), { api: '7' });

function titles(invoices: readonly Invoice[]): string[] {
  const rated = {
    ...{ invoices, unrated: [], rejectedRows: [], allocations: [], order: [] },
    counts: { rows: 1, accepted: 1, deduplicated: 0, pooled: 0, rejected: {} },
    origin: { files: [], source: null, completeThrough: null, sampled: null, from: null, to: null },
    side: { ref: 'HEAD' },
    by: { profile: null, environment: 'prod', at: null },
  } as unknown as RatedUsage;
  const text = [...renderRated(rated, { color: false, width: 200 }, false)].join('');
  return text.split('\n').filter((line) => line.startsWith('── acme') || line.startsWith('── beta'));
}

it('names a customer by id and type where two types share the id', () => {
  const [tenant, account] = (['tenant', 'account'] as const).map((type) => ({
    ...invoice,
    customer: 'acme',
    type,
  }));
  if (tenant === undefined || account === undefined) throw new Error('nobody');
  const beta = { ...tenant, customer: 'beta' };
  expect(titles([tenant, account, beta]).map((line) => line.split(' by ')[0])).toEqual([
    '── acme (tenant)',
    '── acme (account)',
    '── beta',
  ]);
  expect(titles([tenant, beta]).map((line) => line.split(' by ')[0])).toEqual(['── acme', '── beta']);
});
