import { result as build } from '../build.ts';
import { result as profiles } from '../profiles/result.ts';
import { simulation } from './simulation.ts';

/** The same price list with recorded usage. */
export const result = build({
  currency: 'EUR',
  verdict: profiles.verdict,
  profiles: profiles.profiles,
  findings: profiles.findings.map((finding) => ({ ...finding, rule: 'BP-201' })),
  simulation,
});
