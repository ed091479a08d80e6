import type { SourceRange } from '../model/source.ts';
import type { PolicyFacts } from './input.ts';

/** Where the resources, profiles and units are written, by address or id. */
export function placesOf({ changes, profiles, config }: PolicyFacts): ReadonlyMap<string, SourceRange> {
  const places = new Map<string, SourceRange>();
  for (const { id, source } of config.units) places.set(id, source);
  for (const { id, versionSource } of profiles) places.set(id, versionSource);
  for (const { change } of changes) {
    const resource = change.head ?? change.base;
    if (resource !== undefined) places.set(change.address, resource.source);
  }
  return places;
}
