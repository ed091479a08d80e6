import type { Item } from './item.ts';

/** What rules may read of a virtual machine besides the fields of the API. */
export interface Machine {
  /** Size as Azure Resource Manager knows it. */
  readonly size: string;
  readonly os: 'linux' | 'windows';
}

/**
 * The size and system that the item of a virtual machine is for; undefined for anything else, also for Cloud Services, which stand
 * under the name and service of the machine at another price, for promotions that do so too, and for Dedicated Hosts. Three things are made right: the system
 * stands in the product's name alone (as Windows, or as Win); sizes are written with spaces at times (`Standard_E32-8as v5`); Basic ones are given the
 * names of the Standard tier.
 */
export function machineOf({ texts: { armSkuName, productName, serviceName } }: Item): Machine | undefined {
  if (serviceName !== 'Virtual Machines' || armSkuName === '') return undefined;
  if (/Cloud ?Services|Dedicated ?Host/i.test(productName)) return undefined;
  const name = armSkuName.trim().replaceAll(' ', '_');
  if (/ promo /i.test(productName) && !/promo$/i.test(name)) return undefined;
  return {
    size: /\bBasic\b/.test(productName) ? name.replace(/^Standard_A/, 'Basic_A') : name,
    os: /\bWin(dows)?\b/i.test(productName) ? 'windows' : 'linux',
  };
}
