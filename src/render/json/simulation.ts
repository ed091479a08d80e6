import { attributionOf } from '../../model/billing/attribution.ts';
import type { Simulation } from '../../model/billing/simulation.ts';
import { plainJson } from './plain.ts';

/** What recorded usage does by the old and the new terms; null where nothing was simulated. */
export function simulationJson(simulation: Simulation | null | undefined): unknown {
  if (simulation === null || simulation === undefined) return null;
  const { usage } = simulation;
  const attributed = usage === null ? null : { ...usage, attribution: attributionOf(usage.counts) };
  return plainJson({ ...simulation, usage: attributed });
}
