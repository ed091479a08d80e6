import type { ProfileChange } from '../../../../src/model/profile.ts';
import { at, finding, result as build } from '../build.ts';

const raised: ProfileChange = {
  id: 'api-pro',
  kind: 'BillingProfile',
  file: 'billing/api-pro.yaml',
  action: 'update',
  baseVersion: '1.2.0',
  headVersion: '1.3.0',
  lifecycle: { base: 'published', head: 'published' },
  effectiveFrom: { base: '2026-01-01T00:00:00Z', head: '2027-01-01T00:00:00Z' },
  differences: [
    {
      path: 'skus[api-calls].price.tiers[upTo=1000].unit',
      kind: 'changed',
      base: '0.0050',
      head: '0.0065',
      changeClass: 'price',
      requiredBump: 'major',
      approval: ['finance', 'owner'],
      source: at('billing/api-pro.yaml', 31),
    },
    {
      path: 'description',
      kind: 'changed',
      base: 'For teams | small',
      head: 'For teams',
      changeClass: 'text',
      requiredBump: 'patch',
      approval: [],
      source: at('billing/api-pro.yaml', 4),
    },
  ],
  requiredBump: 'major',
  actualBump: 'minor',
  bumpSufficient: false,
  effectiveInPast: false,
  versionSource: at('billing/api-pro.yaml', 2),
  effectiveSource: at('billing/api-pro.yaml', 6),
};

const added: ProfileChange = {
  ...raised,
  id: 'api-free',
  file: 'billing/api-free.yaml',
  action: 'create',
  baseVersion: null,
  headVersion: '1.0.0',
  lifecycle: { base: null, head: 'draft' },
  effectiveFrom: { base: null, head: '2026-01-01T00:00:00Z' },
  differences: [],
  requiredBump: 'none',
  actualBump: 'new',
  bumpSufficient: true,
  effectiveInPast: true,
  versionSource: at('billing/api-free.yaml', 2),
};

/** A price list rises and waits for finance; no infrastructure changes. */
export const result = build({
  currency: 'EUR',
  verdict: { state: 'pending', reasons: ['Waits for an approval by finance and owner.'] },
  profiles: [raised, added],
  findings: [
    finding({
      policyId: 'profile-version',
      title: 'Profile version',
      level: 'advisory',
      status: 'warn',
      message: 'api-pro raises a price: the version must step to 2.0.0.',
      subject: 'api-pro',
      source: at('billing/api-pro.yaml', 2),
    }),
  ],
});
