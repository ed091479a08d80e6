import type { Item } from './item.ts';

/** Names that the API gives to prices that no region has, as `armRegionName`. */
export const WORLDWIDE = [
  '',
  'Global',
  'Zone 1',
  'Zone 2',
  'Zone 3',
  'Zone 4',
  'Zone 5',
  'Zone 6',
  'Zone 7',
  'Zone 8',
];

/**
 * Where the price of an item stands in the book: its region; `global` for what is the same in the world; `zone:1` for a zone of
 * bandwidth, DNS or delivery. Undefined for a place with another name.
 */
export function regionOf({ texts: { armRegionName, location } }: Item): string | undefined {
  const name = armRegionName === '' ? location : armRegionName;
  const zone = /^zone ?(\d)$/i.exec(name)?.[1];
  if (zone !== undefined) return `zone:${zone}`;
  if (name === '' || /^global$/i.test(name)) return 'global';
  return /^[a-z0-9]+$/.test(armRegionName) ? armRegionName : undefined;
}
