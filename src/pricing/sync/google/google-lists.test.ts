import { describe, expect, test } from 'vitest';
import { googleLists } from './google-lists.ts';
import { KEY, info, rate, readMachines, readRun, rules, sample, sku } from './test-support.ts';

describe('a SKU', () => {
  test('costs whole units and billionths, in the unit of its usage', async () => {
    const { lines } = await readRun(
      sku('Requests in Netherlands', { unit: 'count', rates: [rate('0', 400)] }),
      sku('Memory in Netherlands', {
        unit: 'GiBy.s',
        rates: [{ unitPrice: { currencyCode: 'USD', nanos: 2500 } }],
      }),
      sku('Server in Netherlands', {
        rates: [{ unitPrice: { currencyCode: 'USD', units: '2', nanos: 933908000 } }],
      }),
    );
    expect(lines).toEqual([
      'run Memory europe-west4 0 0.0000025 GiB-second',
      'run Requests europe-west4 0 0.0000004 unit',
      'run Server europe-west4 0 2.933908 hour',
    ]);
  });

  test('has a price for each tier', async () => {
    const rates = [rate('0', 0), rate('0', 40000000, 2000000), rate('0', 1, 2.5e9)];
    const { lines } = await readRun(sku('Requests', { unit: 'count', rates }));
    expect(lines).toEqual([
      'run Requests europe-west4 0 0 unit',
      'run Requests europe-west4 2000000 0.04 unit',
      'run Requests europe-west4 2500000000 0.000000001 unit',
    ]);
  });

  test('costs what is newest and in force', async () => {
    const infos = ['2026-11-01', '2026-11-02', '2025-01-01'].map((day, index) =>
      info(`${day}T07:00:00Z`, [rate(String(index + 1), 0)]),
    );
    expect((await readRun(sku('A', { infos }))).lines).toEqual(['run A europe-west4 0 1 hour']);
  });

  test('without a price in force is left out with that', async () => {
    const { lines, leftOut } = await readRun(sku('A', { infos: [] }));
    expect(lines).toEqual([]);
    expect(leftOut).toEqual(['A: the list has no price in force']);
  });

  test('stands in each region that is asked for, and in multi-regions', async () => {
    const regions = ['europe-west4', 'us-central1', 'europe', 'nam4', 'global'];
    expect((await readRun(sku('A', { regions }))).lines).toEqual([
      'run A europe 0 0.05 hour',
      'run A europe-west4 0 0.05 hour',
      'run A global 0 0.05 hour',
      'run A nam4 0 0.05 hour',
    ]);
  });

  test('is bought as its usage says; other ways are not known', async () => {
    const { lines } = await readRun(
      sku('A', { usage: 'Commit1Yr' }),
      sku('A', { usage: 'Commit3Yr', rates: [rate('0', 1)] }),
      sku('A', { usage: 'Preemptible' }),
      sku('A', { usage: 'CalendarMode' }),
    );
    expect(lines).toEqual([
      'run-committed A|1y europe-west4 0 0.05 hour',
      'run-committed A|3y europe-west4 0 0.000000001 hour',
    ]);
  });

  test('in another currency is left out with it', async () => {
    const rates = [{ unitPrice: { currencyCode: 'EUR', units: '1', nanos: 0 } }];
    expect((await readRun(sku('A', { rates }))).leftOut).toEqual(['A: the price is in "EUR"']);
    const mixed = sku('A', { rates: [rate('1', 0), ...rates] });
    expect(await readRun(mixed)).toMatchObject({
      lines: [],
      leftOut: ['A: the price is in "USD and EUR"', 'A: the price is in "USD and EUR"'],
    });
  });

  test('in a unit that nobody has named is left out with it', async () => {
    expect((await readRun(sku('A', { unit: 'fur' }))).leftOut).toEqual(['A: the unit "fur" is not known']);
  });
});

describe('a machine type', () => {
  const n2 = (core: string, ram: string, usage: string) => [
    sku(`${core} in Netherlands`, { usage, rates: [rate('0', 31611000)] }),
    sku(`${ram} in Netherlands`, { usage, unit: 'GiBy.h', rates: [rate('0', 4237000)] }),
  ];

  test('is the sum of its parts, as the catalog states them', async () => {
    const { lines, leftOut } = await readMachines(sample('skus-compute-2023.json')['skus'] as [], [
      'us-central1',
      'asia-southeast1',
    ]);
    expect(lines).toEqual(['compute instance|a2-highgpu-1g|linux us-central1 0 3.673385 hour']);
    expect(leftOut).toEqual(['e2-small in us-central1: the price of a part is in "IDR"']);
  });

  test('is also bought as spot and for terms', async () => {
    const { lines, rates } = await readMachines([
      ...n2('N2 Instance Core', 'N2 Instance Ram', 'OnDemand'),
      ...n2('Spot Preemptible N2 Instance Core', 'Spot Preemptible N2 Instance Ram', 'Preemptible'),
      ...n2('Commitment v1: N2 Cpu', 'Commitment v1: N2 Ram', 'Commit3Yr'),
    ]);
    expect(lines).toEqual([
      'compute instance|n2-standard-4|linux europe-west4 0 0.194236 hour',
      // 730 hours: the book has commitments by the month.
      'compute-committed instance|n2-standard-4|linux|3y europe-west4 0 141.79228 month',
      'compute-spot instance|n2-standard-4|linux europe-west4 0 0.194236 hour',
    ]);
    expect(rates.map(({ service, option }) => [service, option])).toEqual([
      ['compute', undefined],
      ['compute-spot', 'spot'],
      ['compute-committed', 'committed_use'],
    ]);
  });

  const core = sku('N2 Instance Core running in Netherlands');
  const ram = sku('N2 Instance Ram running in Netherlands', { unit: 'GiBy.h' });
  const where = 'n2-standard-4 in europe-west4';

  test.each([
    ['lacks a part', [core], 'the list lacks a part of the machine'],
    [
      'has a part twice',
      [core, ram, sku('N2 Instance Core in EU', { rates: [rate('1', 0)] })],
      'several prices',
    ],
    [
      'has a part by quantity',
      [core, sku('N2 Instance Ram', { rates: [rate('1', 0), rate('0', 1, 9)] })],
      'quantity',
    ],
    [
      'has a part by the GiB',
      [core, sku('N2 Instance Ram', { unit: 'GiBy' })],
      'the unit of a part is "GiBy"',
    ],
    ['has a part without a price', [core, sku('N2 Instance Ram', { infos: [] })], 'a part has no price'],
  ])('that %s is not composed', async (_, skus, reason) => {
    const { lines, leftOut } = await readMachines(skus);
    expect(lines).toEqual([]);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]).toContain(where);
    expect(leftOut[0]).toContain(reason);
  });

  test('takes a part that is listed twice at one price', async () => {
    expect((await readMachines([core, ram, core])).lines).toEqual([
      'compute instance|n2-standard-4|linux europe-west4 0 1 hour',
    ]);
  });
});

test('keys are looked for of types that can be composed', () => {
  expect(rules.keysOf('compute')).toHaveLength(3);
  expect(rules.keysOf('compute-spot')).toEqual(['instance|n2-standard-4|linux']);
  expect(rules.keysOf('compute-committed')).toEqual(['instance|n2-standard-4|linux|*']);
  expect(rules.keysOf('run')).toEqual(['*']);
});

describe('without a key', () => {
  const client = { json: () => Promise.reject(new Error()), open: () => Promise.reject(new Error()) };
  const wanted = { regions: ['europe-west4'], services: ['run', 'compute-spot', 'run-committed'], today: '' };

  test.each([undefined, '', 'a key', 'x&y=z'])(
    'such as "%s", nothing is asked, and the way to one is told',
    async (key) => {
      const { lists, skipped } = await googleLists(client, rules, key).lists(wanted);
      expect(lists).toEqual([]);
      expect(skipped).toHaveLength(1);
      expect(skipped[0]).toContain('Cloud Billing API');
      expect(skipped[0]).toContain('GOOGLE_API_KEY');
      expect(skipped[0]).not.toContain('x&y');
      expect(skipped[0]).toContain((key ?? '') === '' ? 'no API key is given' : 'cannot be one');
    },
  );

  test('there is one list a service otherwise', async () => {
    const { lists, skipped } = await googleLists(client, rules, KEY).lists(wanted);
    expect(lists.map(({ offer, region }) => [offer, region])).toEqual([
      ['152E-C115-5142 Cloud Run', '*'],
      ['6F81-5844-456A Compute Engine', '*'],
    ]);
    expect(skipped).toEqual([]);
  });
});
