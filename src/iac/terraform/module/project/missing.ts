import type { ProjectConfig } from '../../../../model/config.ts';
import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { configuredProjects } from './configured.ts';
import type { Project } from './project.ts';

/**
 * A warning for each configured project without configuration on any of the sides: most likely a wrong path, which no
 * change under review has brought. One that is only on one side is created or deleted, and no problem.
 */
export function missingProjects(
  configured: readonly ProjectConfig[],
  ...sides: readonly { readonly projects: readonly Project[] }[]
): readonly Diagnostic[] {
  const found = new Set(sides.flatMap(({ projects }) => projects.map(({ id }) => id)));
  return configuredProjects(configured)
    .filter(({ id }) => !found.has(id))
    .map(({ id, path }) => ({
      severity: 'warning',
      code: 'missing-project',
      message: `Project ${id} has no Terraform configuration in ${JSON.stringify(path || '.')}.`,
      hint: 'Paths of projects are relative to the repository root.',
    }));
}
