import { describe, expect, it } from 'vitest';

import { bound, change, only, perUnit, profile, sku, text, type Files } from './test-support/world.ts';

const bindings = bound({ acme: 'api@1.0.0' });

function seats(unit: string, aggregate: string): string {
  return `  - { id: seats, name: Seats, unit: call, meter: { aggregate: ${aggregate} }, price: ${perUnit(unit)} }\n`;
}

describe('what a capacity price looks at', () => {
  const plan = sku(
    'plan',
    "{ model: capacity, tiers: [{ limits: { seats: '5' }, price: '10' }, { limits: {}, price: '90' }] }",
  );
  const used = [{ customer: 'acme', key: 'seats', quantity: '9' }];

  it.each(['sum', 'max'])('is metered though only the other side sells it, by %s', (aggregate) => {
    const sold = (version: string) => ({
      ...profile('api', version, `skus:\n${plan}${seats('2', aggregate)}`),
      ...bindings,
    });
    const limit = (version: string) => ({ ...profile('api', version, `skus:\n${plan}`), ...bindings });
    // 9 seats are above the bound on both sides: 90, and 9 x 2 on one alone.
    expect(text(only(change(sold('1.0.0'), limit('2.0.0'), used)).revenue)).toBe('108 -> 90 (-18)');
    expect(text(only(change(limit('1.0.0'), sold('2.0.0'), used)).revenue)).toBe('90 -> 108 (18)');
  });
});

describe('units', () => {
  const unit: Files = {
    'billing/units/seat.yaml':
      'kind: UnitDefinition\nschemaVersion: 1\nid: seat\nversion: 1.0.0\nname: seat\nevent: a seat\nmeter: seats\n',
  };
  const world = (version: string, body: string): Files => ({
    ...profile('api', version, `skus:\n${body}`),
    ...bindings,
    ...unit,
  });
  const used = ['3', '4'].map((quantity) => ({ customer: 'acme', key: 'seats', quantity }));
  const perSeat = (base: Files, head: Files) => {
    const [found] = only(change(base, head, used)).units;
    return found && [text(found.count), text(found.revenue)];
  };

  it('are as many as the SKU bills', () => {
    const base = world('1.0.0', seats('2', 'max'));
    // The most of 3 and 4.
    expect(perSeat(base, world('2.0.0', seats('3', 'max')))).toEqual(['4 -> 4 (0)', '2 -> 3 (1)']);
    // Each side has its own count, and one that bills none has the other's.
    expect(perSeat(base, world('2.0.0', seats('3', 'sum')))).toEqual(['4 -> 7 (3)', '2 -> 3 (1)']);
    expect(perSeat(base, world('2.0.0', sku('fee', "{ model: flat, amount: '20' }")))).toEqual([
      '4 -> 4 (0)',
      '2 -> 5 (3)',
    ]);
  });

  it('are none where nothing is in force', () => {
    const base = world('1.0.0', seats('2', 'max'));
    const ended = { ...base, ...bound({ acme: 'api@1.0.0, to: 2026-07-01T00:00:00Z' }) };
    expect(perSeat(base, ended)).toEqual(['4 -> 0 (-4)', '2 -> ? (?)']);
  });

  it('are summed where no SKU bills them', () => {
    const fee = (amount: string) => sku('fee', `{ model: flat, amount: '${amount}' }`);
    expect(perSeat(world('1.0.0', fee('14')), world('2.0.0', fee('21')))).toEqual([
      '7 -> 7 (0)',
      '2 -> 3 (1)',
    ]);
  });
});
