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
  policies: {
    requiredTags: { level: 'off', keys: [], unknown: 'warn' },
    profileVersion: { level: 'hard' },
    monthlyIncrease: { level: 'off', amount: null, percent: null, basis: 'likely', unknown: 'warn' },
    unitIncrease: { level: 'off', percent: null, basis: 'likely', unknown: 'warn', amounts: {} },
  },
  comment: { when: 'changes', minimumAmount: null },
};
