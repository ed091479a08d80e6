import type { Item } from './item.ts';

/**
 * The items in force on a day, of each meter and tier one. Of several start dates the newest that is not in the future counts for
 * the whole meter: tiers of two dates were never in force together. An item that the API does not mark as the primary one of its
 * meter only counts where no primary one stands for the same thing: sizes that share a meter, such as `Standard_D2s_v3` and
 * `Standard_D2_v3`, have but one mark between them.
 */
export function currentItems(items: readonly Item[], today: string): Item[] {
  const inForce = items.filter((item) => isInForce(item, today));
  const newest = new Map<string, string>();
  for (const item of inForce) {
    const name = nameOf(item);
    if (item.starts > (newest.get(name) ?? '')) newest.set(name, item.starts);
  }
  const latest = inForce.filter((item) => item.starts === newest.get(nameOf(item)));
  const primary = new Set(latest.filter(({ isPrimary }) => isPrimary).map(nameOf));
  return latest.filter((item) => item.isPrimary || !primary.has(nameOf(item)));
}

/** The items of tiers that the price in force does not have: they begin later, have ended, or belong to another price. */
export function absentItems(items: readonly Item[], today: string): Item[] {
  const present = new Set(currentItems(items, today).map(tierOf));
  return items.filter((item) => !present.has(tierOf(item)));
}

function isInForce({ starts, ends }: Item, today: string): boolean {
  return starts <= today && (ends === undefined || ends > today);
}

/** What a price is for: items that differ in nothing of it are versions and tiers of one price. */
function nameOf({ texts, type, term }: Item): string {
  const { armRegionName, armSkuName, location, meterName, productName, serviceName, skuName } = texts;
  const parts = [serviceName, productName, skuName, meterName, armSkuName, armRegionName, location];
  return JSON.stringify([...parts, type, term ?? '']);
}

function tierOf(item: Item): string {
  return `${item.from.toFixed()} ${nameOf(item)}`;
}
