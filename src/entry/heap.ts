import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation at its first size. A run makes much short-lived garbage, for which V8 would let it grow
 * three times: on 10,000 resources that takes 380 MB instead of 250 MB and saves no time. Imported before all else.
 */
setFlagsFromString('--semi-space-growth-factor=1');

/**
 * For a run that keeps little of what it reads: the heap grows by a tenth before it is collected, and code is compiled by the
 * thread that runs it, smaller. A sync of a list of 450 MB takes 25 MB less and no more time.
 */
export function keepHeapSmall(): void {
  for (const flag of ['--heap-growing-percent=10', '--no-concurrent-recompilation', '--optimize-for-size']) {
    setFlagsFromString(flag);
  }
}
