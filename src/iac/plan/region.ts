import { textMember } from '../../lib/json.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Regions } from '../../model/config.ts';
import type { Resource } from '../../model/resource.ts';
import { Assumption } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { text, unknown } from '../terraform/evaluate/make.ts';
import type { PlanProvider } from './configuration.ts';

/** What can tell where an object is, besides the object. */
export interface PlaceFacts {
  readonly type: string;
  readonly provider: string;
  /** Its provider's configuration in the plan. */
  readonly configured: PlanProvider | undefined;
  /** What the configuration in the repository says of it. */
  readonly written: Resource | undefined;
  /** For providers whose configuration names no region. */
  readonly regions: Regions | undefined;
}

/** How regions are named: a variable with such a value, alone in the place of a region, is taken for it. */
const REGION = /^[a-z]+(?:-[a-z]+)+-?\d{1,2}$/;

/**
 * Where an object is or will be, from the first that knows: its own arguments, its ARN or zone, the configuration in the
 * repository, and that of its provider in the plan. Unknown stays unknown: there is no fallback.
 */
export function regionOf(object: JsonObject, facts: PlaceFacts): Value {
  const own = ownRegion(object, facts.type);
  if (own !== undefined) return text(own, facts.written?.region.origin ?? []);
  if (facts.written?.region.kind === 'string') return facts.written.region;
  return providerRegion(facts) ?? facts.written?.region ?? noRegion(facts);
}

function ownRegion(object: JsonObject, type: string): string | undefined {
  const argument = (name: string): string | undefined => textMember(object, name) || undefined;
  if (type.startsWith('azurerm_') || type.startsWith('azapi_')) {
    return argument('location')?.toLowerCase().replaceAll(' ', '');
  }
  if (type.startsWith('google_')) {
    const place = argument('region') ?? argument('zone') ?? argument('location');
    // Some attributes hold the link of a region or zone, which ends in its name.
    const name = place?.slice(place.lastIndexOf('/') + 1).toLowerCase();
    return name?.replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, '$1');
  }
  return argument('region') ?? regionOfArn(argument('arn')) ?? regionOfZone(argument('availability_zone'));
}

/** `arn:aws:rds:eu-west-1:123456789012:db:main`: the fourth part; empty for services without regions. */
function regionOfArn(arn: string | undefined): string | undefined {
  return /^arn:[^:]*:[^:]*:([a-z0-9-]+):/.exec(arn ?? '')?.[1];
}

/** `eu-west-1a`, and the local zone `us-west-2-lax-1a`, which lies in the region it begins with. */
function regionOfZone(zone: string | undefined): string | undefined {
  return /^([a-z]+(?:-[a-z]+)+-\d)(?:[a-z]|-.*)$/.exec(zone ?? '')?.[1];
}

function providerRegion(facts: PlaceFacts): Value | undefined {
  const region = facts.configured?.region ?? { kind: 'absent' };
  if (region.kind === 'constant') return typeof region.value === 'string' ? text(region.value) : undefined;
  if (region.kind === 'expression') {
    const { value, references } = region;
    if (value === undefined || !REGION.test(value)) return undefined;
    const source = new Assumption(`the region of the provider is ${references[0] ?? ''} as it is`);
    return text(value, [{ source, start: 0, end: 0 }]);
  }
  const given = facts.regions?.[facts.provider === 'google-beta' ? 'google' : facts.provider];
  return given === undefined ? undefined : text(given);
}

function noRegion({ provider, configured }: PlaceFacts): Value {
  const name = configured?.alias === undefined ? provider : `${provider}.${configured.alias}`;
  return configured?.region.kind === 'expression'
    ? unknown('no-variable-value', { detail: `region of provider ${name}` })
    : unknown('region-not-written', { detail: `provider ${name}` });
}
