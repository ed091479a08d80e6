import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation at its first size. A run makes much short-lived garbage, for which V8 would let it grow
 * three times: on 10,000 resources that takes 380 MB instead of 250 MB and saves no time. Imported before all else.
 */
setFlagsFromString('--semi-space-growth-factor=1');
