import { result as build } from '../build.ts';
import { result as profiles } from '../profiles/result.ts';
import { simulation } from './simulation.ts';

/** The same price list with recorded usage. */
export const result = build({
  currency: 'EUR',
  verdict: profiles.verdict,
  profiles: profiles.profiles,
  findings: profiles.findings.map((finding) => ({
    ...finding,
    policyId: 'billing-versions',
    rule: 'BP-202',
    title: 'BP-202: The version step fits the change',
    docsUrl: 'https://example.com/docs/billing-rules.md#bp-202',
  })),
  simulation,
});
