import type { TerraformSide } from '../../iac/terraform/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** A warning for each unit that is applied at the base and left out at the head: what it runs counts as unchanged. */
export function newlyExcluded(base: TerraformSide, head: TerraformSide): readonly Diagnostic[] {
  const applied = new Set(base.projects.map(({ id }) => id));
  return head.excluded
    .filter((id) => applied.has(id))
    .map((id) => ({
      severity: 'warning',
      code: 'not-evaluated',
      message: `${id} is left out of what is applied by this change: nothing of it was evaluated, and what it runs counts as unchanged.`,
    }));
}
