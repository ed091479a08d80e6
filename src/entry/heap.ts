import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8's young generation eight times its first size and keeps it there. A run makes much short-lived garbage. In the first
 * size much of that is taken for long-lived, which costs a sixth of the time; left to itself V8 grows it up to 32 times,
 * which takes half as much memory again and saves no more. It grows once what was kept fills it. Imported before all else.
 */
setFlagsFromString('--semi-space-growth-factor=8');
grow(20_000);
setFlagsFromString('--semi-space-growth-factor=1');

/** Keeps some objects for a moment, which fill the first size. */
function grow(count: number): number {
  return Array.from({ length: count }, (_, index) => [index]).length;
}
