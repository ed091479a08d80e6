import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Unit } from './unit.ts';

/** Cycles that are named one by one. */
const MOST_CYCLES = 20;

/** An error for each ring of units that ask for each other's outputs: none of them can be applied first. */
export function dependencyCycles(units: ReadonlyMap<string, Unit>): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const done = new Set<string>();
  const way: { readonly folder: string; readonly next: Iterator<string> }[] = [];
  const enter = (folder: string): void => {
    const unit = done.has(folder) ? undefined : units.get(folder);
    done.add(folder);
    if (unit !== undefined) way.push({ folder, next: unit.dependencies.values() });
  };
  for (const folder of units.keys()) {
    enter(folder);
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const step = at.next.next();
      if (step.done === true) way.pop();
      else {
        const start = way.findIndex((one) => one.folder === step.value);
        if (start !== -1)
          found.push(cycle([...way.slice(start).map((one) => one.folder), step.value], units));
        else enter(step.value);
      }
    }
  }
  return found.slice(0, MOST_CYCLES);
}

function cycle(folders: readonly string[], units: ReadonlyMap<string, Unit>): Diagnostic {
  const [first = ''] = folders;
  const [file = ''] = units.get(first)?.paths ?? [];
  const start = { line: 1, column: 1 };
  return {
    severity: 'error',
    code: 'terragrunt',
    message: `Units depend on each other: ${folders.map((folder) => folder || '.').join(' → ')}.`,
    source: { file, start, end: start },
    hint: 'Outputs among them count as mocks or unknown.',
  };
}
