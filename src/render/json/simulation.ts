import type { Simulation } from '../../model/billing/simulation.ts';
import { plainJson } from './plain.ts';

/** What recorded usage does by the old and the new terms; null where nothing was simulated. */
export function simulationJson(simulation: Simulation | null | undefined): unknown {
  return simulation === undefined ? null : plainJson(simulation);
}
