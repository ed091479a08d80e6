import { assumptionsOf } from '../../iac/terraform/evaluate/assumed.ts';
import { MOCKS } from '../../iac/terragrunt/index.ts';
import type { Change } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource } from '../../model/resource.ts';

/** Arguments that hold tags, of all providers. */
const TAGS = ['tags', 'labels'];

/**
 * A warning for each changed resource of which a price or tags newly rest on mocks: what they stand for may be anything.
 * `asked` tells what the prices of a type rest on.
 */
export function mockWarnings(
  changes: readonly Change[],
  asked: (type: string) => ReadonlySet<string>,
): readonly Diagnostic[] {
  return changes.flatMap((change) => {
    const { head, address } = change;
    if (head === undefined) return [];
    const resting = [...new Set([...asked(head.type), ...TAGS])].filter(
      (name) => mocksUnder(head, name).length > 0 && isNew(change, name),
    );
    if (resting.length === 0) return [];
    const mocks = [...new Set(resting.flatMap((name) => mocksUnder(head, name)))];
    const message = `${resting.join(', ')} of ${address} rest on ${mocks.join(', ')}: what is applied can be another value.`;
    const hint = 'Give the value without a mock, or look at the plan.';
    return [{ severity: 'warning' as const, code: 'not-evaluated', message, source: head.source, hint }];
  });
}

/** Whether an argument is another one than at the base, or did not rest on mocks there. */
function isNew({ base, differences }: Change, name: string): boolean {
  if (base === undefined || mocksUnder(base, name).length === 0) return true;
  return differences.some(({ path }) => path.split(/[.[]/, 1)[0] === name);
}

function mocksUnder({ attributes }: Resource, name: string): readonly string[] {
  const value = attributes.entries.get(name);
  return value === undefined ? [] : assumptionsOf(value).filter((what) => what.startsWith(MOCKS));
}
