import type { Resource } from '../model/resource.ts';
import type { Asked } from './asked.ts';
import type { CatalogEntry, Component } from './catalog/entry.ts';
import { readingOf } from './evaluate/attribute.ts';
import { type Reading, textReading, unknownReading } from './evaluate/reading.ts';
import type { Followed, Scope } from './evaluate/scope.ts';

/** Clouds of their own, with prices of their own: https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure. */
const SOVEREIGN = /^(usgov|usdod|china)/;

/** Where a resource stands: its own region, else that of the one that its entry names in `regionFrom`, as a part stands where the whole does. */
export function regionOf(
  resource: Resource,
  entry: CatalogEntry,
  followed: ReadonlyMap<string, Followed>,
  asked: Asked | undefined,
): Reading {
  const name = entry.regionFrom;
  const whole = name === undefined ? undefined : followed.get(name);
  if (resource.region.kind === 'string' || whole === undefined || whole.kind === 'absent') {
    asked?.(resource, 'region', resource.region);
    return readingOf(resource.region, 'region');
  }
  if (whole.kind === 'unknown') {
    asked?.(resource, `${name}:region`, whole.value);
    return unknownReading(`region: ${whole.reason}`);
  }
  asked?.(resource, `${name}:region`, whole.resource.region, whole.resource);
  return readingOf(whole.resource.region, `region of ${whole.resource.address}`);
}

/**
 * The region that a component's price stands under: the resource's, or the one that the component names, by itself or by a value.
 * A price for the whole of a public cloud does not hold in a sovereign one: there it is asked for under that cloud's name.
 */
export function regionOfPrice(component: Component, scope: Scope, own: Reading): Reading {
  const { region } = component;
  if (region === undefined) return own;
  const value = /^\{(\w+)\}$/.exec(region)?.[1];
  if (value !== undefined) return plainName(scope.value(value));
  const cloud = own.kind === 'text' ? SOVEREIGN.exec(own.text)?.[1] : undefined;
  return textReading(cloud === undefined ? region : `${cloud}:${region}`);
}

/** Azure takes "West Europe" and "westeurope" as one. */
function plainName(reading: Reading): Reading {
  if (reading.kind !== 'text') return reading;
  return { ...reading, text: reading.text.toLowerCase().replaceAll(' ', '') };
}
