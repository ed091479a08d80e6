import type { ResourceCost } from '../model/cost.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { type EstimateContext, estimateResource } from './estimate.ts';
import { shapeOf } from './shape.ts';

/** A cost, and what the catalog asked for to find it. */
interface Found {
  readonly cost: ResourceCost;
  readonly asked: readonly (readonly [path: string, value: Value | undefined])[];
}

/**
 * Prices resources that are alike once: large definitions repeat a few shapes. Only those of which no usage is recorded, and that
 * follow no other resource. For one book and one catalog. `asked` hears of the values of the first such resource.
 */
export class SameCosts {
  readonly #known = new Map<string, Found>();

  /** What a resource costs; undefined for one that has to be priced by itself. */
  of(resource: Resource, context: EstimateContext): ResourceCost | undefined {
    const entry = context.catalog.entry(resource.type);
    if (entry === undefined || context.usage.of(resource.address, resource.type).size > 0) return undefined;
    const shape = shapeOf(resource, entry);
    if (shape === undefined) return undefined;
    let found = this.#known.get(shape);
    if (found === undefined) this.#known.set(shape, (found = price(resource, context)));
    for (const [path, value] of found.asked) context.asked?.(resource, path, value);
    const { address, project, source } = resource;
    return { ...found.cost, address, project, source };
  }
}

function price(resource: Resource, context: EstimateContext): Found {
  const asked: (readonly [string, Value | undefined])[] = [];
  const cost = estimateResource(resource, {
    ...context,
    asked: (_, path, value) => asked.push([path, value]),
  });
  return { cost, asked };
}
