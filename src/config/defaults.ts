import { decimal } from '../lib/decimal.ts';
import type { Config } from '../model/config.ts';

/** What holds without a file: no limits, nothing excluded, and published price lists stay as they are. */
export const DEFAULT_CONFIG: Config = {
  file: null,
  currency: 'USD',
  projects: [],
  exclude: [],
  modules: { fetch: false, hosts: null, forks: false, credentials: [] },
  usageFile: null,
  units: [],
  profitCenters: [],
  billing: { environment: 'prod', usage: [], hashCustomers: false },
  policies: {
    requiredTags: { level: 'off', keys: [], unknown: 'warn' },
    profileVersion: { level: 'hard' },
    billing: {
      level: 'soft',
      rules: {},
      maxRevenueLossPercent: null,
      maxCustomerLossPercent: null,
      maxCustomerIncreasePercent: null,
      minMarginPercent: null,
      maxDiscountShareRise: decimal('5'),
      minCoveragePercent: decimal('95'),
      maxUntaggedPercent: decimal('0.1'),
      taxTableMaxAgeDays: 100,
      fxMaxAgeDays: 7,
      mostTiers: 10,
      mostSkus: 200,
      mostDiscounts: 20,
      requireSigned: false,
    },
    monthlyIncrease: { level: 'off', amount: null, percent: null, basis: 'likely', unknown: 'warn' },
    unitIncrease: { level: 'off', percent: null, basis: 'likely', unknown: 'warn', amounts: {} },
  },
  comment: { when: 'changes', minimumAmount: null },
};
