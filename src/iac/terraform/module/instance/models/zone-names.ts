import type { Value } from '../../../../../model/value.ts';
import { list, text } from '../../../evaluate/make.ts';
import { regionOf } from '../../provider/region.ts';
import type { ResourceInstance } from '../resource-instance.ts';
import { ZONE_LETTERS } from './zones.ts';

/**
 * The `names` of `aws_availability_zones`, from a table by region. Undefined where the region is unknown or in no table, and
 * for questions that only the account can answer: filters but those for zones that need no opting in, Local Zones.
 */
export function zoneNames(instance: ResourceInstance): Value | undefined {
  const region = regionOf(instance);
  if (region.kind !== 'string' || !Object.hasOwn(ZONE_LETTERS, region.value) || !isPlain(instance))
    return undefined;
  const excluded = namesOf(instance.argument('exclude_names'));
  if (excluded === undefined) return undefined;
  const names = Array.from(ZONE_LETTERS[region.value] ?? '', (letter) => region.value + letter).filter(
    (name) => !excluded.includes(name),
  );
  const zones = names.map((name) => text(name));
  return list(zones, 'string', region.origin);
}

/** Whether a data source asks for all zones that are available by themselves. */
function isPlain(instance: ResourceInstance): boolean {
  return [...instance.block.names].every((name) => {
    const value = instance.argument(name);
    if (value === undefined || value.kind === 'null') return true;
    if (name === 'state') return value.kind === 'string' && value.value === 'available';
    if (name === 'filter') return 'items' in value && value.rest === undefined && value.items.every(isOptIn);
    return name === 'exclude_names' || name === 'region';
  });
}

/** `name = "opt-in-status"`, `values = ["opt-in-not-required"]`: zones of regions, without Local Zones. */
function isOptIn(filter: Value): boolean {
  if (filter.kind !== 'object') return false;
  const name = filter.entries.get('name');
  const values = namesOf(filter.entries.get('values'));
  const isStatus = name?.kind === 'string' && name.value === 'opt-in-status';
  return isStatus && values?.length === 1 && values[0] === 'opt-in-not-required';
}

/** The texts of a list; none without one, undefined when not all of it is known. */
function namesOf(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined || value.kind === 'null') return [];
  if (!('items' in value) || value.rest !== undefined) return undefined;
  const names = value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return names.length === value.items.length ? names : undefined;
}
