import { rangeOf } from '../../../../model/source.ts';
import type { Resource } from '../../../../model/resource.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { providerRef } from '../provider/default-tags.ts';
import { regionOf } from '../provider/region.ts';
import { spanOf } from '../source/declaration.ts';
import { repeatedBy } from './repeated-by.ts';
import { replaceTriggers } from './replace-triggers.ts';
import type { ResourceBlock } from './resource-block.ts';
import type { ResourceInstance } from './resource-instance.ts';

/** The resource that an instance is, with all its arguments evaluated. */
export function toResource(instance: ResourceInstance): Resource {
  const { block, key } = instance;
  const { module, ignoredChanges: ignoreChanges } = block;
  const assumed = assumedCount(block);
  const triggers = replaceTriggers(block);
  const repetition = repeatedBy(block.expansion, key.doubt !== undefined, module.caller);
  return {
    address: instance.address,
    type: block.type,
    name: block.name,
    modulePath: module.path,
    provider: providerRef(instance),
    region: regionOf(instance),
    attributes: instance.arguments(),
    source: rangeOf(spanOf(block.declaration)),
    project: module.run.project.id,
    repetition: key.doubt === undefined && !module.inDoubt ? 'exact' : 'unknown',
    ...(repetition.length === 0 ? {} : { repeatedBy: repetition }),
    ...(assumed.length === 0 ? {} : { assumed }),
    ...(ignoreChanges === undefined ? {} : { ignoreChanges }),
    ...(triggers.length === 0 ? {} : { replaceTriggers: triggers }),
  };
}

/** What the repetition of a block and of the modules around it assumes. */
function assumedCount({ expansion, module }: ResourceBlock): readonly string[] {
  const found = new Set(expansion.assumed);
  for (let { caller } = module; caller !== undefined; { caller } = caller.module) {
    for (const one of caller.call.expansion.assumed ?? []) found.add(one);
  }
  return [...found].sort(byCodePoint);
}
