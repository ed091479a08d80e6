import { type Row, text } from '../fact.ts';

/** What a row of virtual machines is of. */
export interface Machine {
  readonly kind: 'instance' | 'host';
  readonly size: string;
  readonly os: string;
}

/**
 * The machine of a row, as Terraform names its size; undefined for what only shares the size's name: Cloud Services, and
 * promotions. Basic machines have the size name of standard ones, and some products say Windows by "Win" alone.
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
export function machineOf(row: Row): Machine | undefined {
  const product = text(row, 'product_name');
  const size = text(row, 'vm_size');
  const os = / Win(dows)?$/.test(product) ? 'windows' : text(row, 'os');
  if (/Cloud ?Services/i.test(product)) return undefined;
  if (/ promo /i.test(product) && !/promo$/i.test(size)) return undefined;
  // `Standard_Type_1` is the size of several hosts: which one cannot be told.
  if (/DedicatedHost/.test(product))
    return size === 'Standard_Type_1' ? undefined : { kind: 'host', size, os: 'any' };
  if (/ Basic( |$)/.test(product))
    return { kind: 'instance', size: size.replace(/^Standard_/, 'Basic_'), os };
  return { kind: 'instance', size, os };
}
