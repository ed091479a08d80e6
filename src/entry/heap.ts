import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation at its first size. A run makes much short-lived garbage, for which V8 would let it grow
 * three times: on 10,000 resources that takes 380 MB instead of 250 MB and saves no time. Imported before all else.
 */
setFlagsFromString('--semi-space-growth-factor=1');

/**
 * Lets the heap grow by a tenth before it is collected, for a run that keeps little of what it reads: a sync of a list of 450 MB
 * takes 20 MB less and no more time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=10');
}
