import { describe, expect, it } from 'vitest';

import {
  bound,
  change,
  only,
  OLD,
  perUnit,
  profile,
  sku,
  text,
  USED,
  type Files,
} from './test-support/world.ts';

const PATH = 'billing/profiles/api.yaml';
const dearer = (header: Readonly<Record<string, string>> = {}) =>
  profile('api', '2.0.0', `skus:\n${sku('calls', perUnit('0.2'))}${sku('disk', perUnit('2'))}`, header);
const float = (files: Files): Files => ({
  ...files,
  [PATH]: (files[PATH] ?? '').replace("unit: '0.2'", 'unit: 0.2'),
});
const other = profile('other', '1.0.0', `skus:\n${sku('calls', perUnit('1'))}`);
const BINDINGS = bound({ acme: 'api@1.0.0', beta: 'api@1.0.0', gamma: 'other@1.0.0' });
const ROWS = [...USED, { customer: 'gamma', key: 'calls', quantity: '7' }];
const base = { ...OLD, ...other, ...BINDINGS };

describe('customers of whom a version cannot be read', () => {
  it.each([
    ['since money in it is no decimal', float(dearer())],
    ['since it refers to what is not there', dearer({ taxes: 'none@1.0.0' })],
    ['since it is no YAML, and has no id any more', { [PATH]: 'kind: [' }],
  ])('are in no sum, and are counted: %s', (_, broken) => {
    const found = change(base, { ...base, ...broken }, ROWS);
    expect(found.unread).toEqual({ customers: 2, profiles: ['api'] });
    expect(text(only(found).revenue)).toBe('7 -> 7 (0)');
    expect(only(found).customers).toMatchObject({ total: 1, same: 1 });
    expect(found.unknowns).toContain(
      '2 customers are in no sum, since a version of api that they have, or may come to have, cannot be read.',
    );
  });

  it('are those of the base too', () => {
    const found = change({ ...base, ...float(dearer()) }, base, ROWS);
    expect(found.unread).toEqual({ customers: 2, profiles: ['api'] });
  });

  it.each([
    [
      'that would be for new customers alone',
      dearer({ taxes: 'none@1.0.0', migration: '{ mode: newOnly }' }),
    ],
    ['that is a draft', dearer({ taxes: 'none@1.0.0', lifecycle: 'draft' })],
  ])('are not those of one %s', (_, broken) => {
    const found = change(base, { ...base, ...broken }, ROWS);
    expect(found.unread).toBeNull();
    expect(only(found).customers.total).toBe(3);
  });
});
