import type { Simulation } from '../../model/billing/simulation.ts';

/** Whether a simulation shows that nobody has other terms, and nothing is in doubt: there is nothing to tell then. */
export function isStill({ profiles, effects, uncompared, unread, unjudged }: Simulation): boolean {
  return profiles.length + effects.length + uncompared.length + unjudged.length === 0 && unread === null;
}
