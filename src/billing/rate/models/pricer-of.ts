import type { Sku } from '../../../model/billing/terms.ts';
import { capacity } from './capacity.ts';
import { dynamic } from './dynamic.ts';
import { flat } from './flat.ts';
import { graduatedPercentage } from './graduated-percentage.ts';
import { graduated } from './graduated.ts';
import { packages } from './package.ts';
import { perUnit } from './per-unit.ts';
import { percentage } from './percentage.ts';
import type { Pricer } from './pricer.ts';
import { stairstep } from './stairstep.ts';
import { volume } from './volume.ts';

/** Prices are made ready once: the same SKU is rated for many customers. */
const ready = new WeakMap<Sku, Pricer>();

/** The price of a SKU, ready to be applied. */
export function pricerOf(sku: Sku): Pricer {
  let pricer = ready.get(sku);
  if (pricer === undefined) {
    pricer = made(sku);
    ready.set(sku, pricer);
  }
  return pricer;
}

function made({ id, price }: Sku): Pricer {
  switch (price.model) {
    case 'flat':
      return flat(price);
    case 'perUnit':
      return perUnit(price);
    case 'graduated':
      return graduated(price);
    case 'volume':
      return volume(price);
    case 'stairstep':
      return stairstep(price);
    case 'package':
      return packages(price);
    case 'percentage':
      return percentage(price);
    case 'graduatedPercentage':
      return graduatedPercentage(price);
    case 'dynamic':
      return dynamic(price);
    case 'capacity':
      return capacity(id, price);
  }
}
