/** A SKU of the generated profiles. `aggregate` and `window` go round, so that each way of metering is there. */
export interface BenchSku {
  readonly id: string;
  readonly unit: string;
  readonly aggregate: 'sum' | 'max' | 'last' | 'unique';
  readonly window: 'hour' | 'day' | 'month' | 'period';
  /** Priced by the amount of each event. */
  readonly perEvent: boolean;
  /** Price of version 1 and of version 2, as YAML. */
  readonly prices: readonly [string, string];
}

const UNITS = ['request', 'GB', 'hour', 'user'];

/** So many SKUs, of all models in turn; the last one takes a percentage of each event's amount. */
export function benchSkus(count: number): readonly BenchSku[] {
  return Array.from({ length: count }, (_, index) => {
    const perEvent = index > 0 && index === count - 1;
    const [aggregate, window] = perEvent ? (['sum', 'period'] as const) : meterOf(index);
    return {
      id: `sku-${String(index).padStart(2, '0')}`,
      unit: UNITS[index % UNITS.length] ?? 'request',
      ...{ aggregate, window, perEvent },
      prices: perEvent
        ? [
            "{ model: percentage, rate: '2.9', fixed: '0.30' }",
            "{ model: percentage, rate: '2.7', fixed: '0.35' }",
          ]
        : [priceOf(index, 1), priceOf(index, 2)],
    };
  });
}

function meterOf(index: number): readonly [BenchSku['aggregate'], BenchSku['window']] {
  if (index % 10 === 5) return ['max', 'day'];
  if (index % 10 === 6) return ['last', 'period'];
  if (index % 10 === 7) return ['unique', 'month'];
  if (index % 10 === 8) return ['sum', 'hour'];
  return ['sum', 'period'];
}

function priceOf(index: number, version: 1 | 2): string {
  const cents = (amount: number): string => `'0.${String(amount + index * version).padStart(4, '0')}'`;
  const bound = `'${100 * (1 + (index % 3))}'`;
  switch (index % 10) {
    case 0:
      return `{ model: graduated, tiers: [{ upTo: ${bound}, unit: ${cents(120)} }, { upTo: null, unit: ${cents(80)} }] }`;
    case 1:
      return `{ model: volume, tiers: [{ upTo: ${bound}, unit: ${cents(150)} }, { upTo: null, unit: ${cents(90)} }] }`;
    case 2:
      return `{ model: package, size: '${50 * version}', price: '1.75' }`;
    case 3:
      return `{ model: stairstep, zeroUsageFlat: false, tiers: [{ upTo: ${bound}, flat: '5' }, { upTo: null, flat: '${8 + version}' }] }`;
    default:
      return `{ model: perUnit, unit: ${cents(100)} }`;
  }
}
