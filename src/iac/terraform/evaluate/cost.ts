import type { Value } from '../../../model/value.ts';
import { LimitError } from './failure.ts';
import type { FileAccess, Scope } from './scope.ts';
import { traits } from './traits.ts';

/** Functions that follow a pattern through a text: their work is bounded by the product of both lengths. */
const PATTERNS = new Set(['regex', 'regexall', 'replace']);

/** Work in steps: reading a value is cheaper than making it. */
const WEIGHT_READ = 64;
const WEIGHT_MADE = 16;
const PATTERN_WORK = 8;
const STEPS_PER_PATH = 8;
const BYTES_PER_STEP = 256;

/** Takes steps from what is left; throws a LimitError when nothing is. */
export function spend(scope: Scope, steps: number): void {
  if (scope.spend?.(Math.ceil(steps)) === false) throw new LimitError('all steps of this check are used up');
}

/** About how many steps a call takes by its arguments. */
export function costOfArguments(name: string, values: readonly Value[]): number {
  const read = values.reduce((total, value) => total + traits(value).weight, 0) / WEIGHT_READ;
  if (!PATTERNS.has(name)) return read;
  const [first = 0, second = 0] = values.map((value) => (value.kind === 'string' ? value.value.length : 0));
  return read + (first * second) / PATTERN_WORK;
}

/** About how many steps it takes to make a value. */
export function costOfResult(value: Value): number {
  return traits(value).weight / WEIGHT_MADE;
}

/** File access that counts as work. */
export function meteredFiles(scope: Scope): FileAccess {
  const { files } = scope;
  return {
    read(path) {
      const bytes = files.read(path);
      spend(scope, (bytes?.length ?? 0) / BYTES_PER_STEP);
      return bytes;
    },
    list(folder) {
      const paths = files.list(folder);
      spend(scope, paths.length * STEPS_PER_PATH);
      return paths;
    },
  };
}
