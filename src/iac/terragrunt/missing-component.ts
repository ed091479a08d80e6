import type { Project } from '../terraform/module/project/project.ts';
import type { GivenValue } from '../terraform/module/instance/root-values.ts';
import type { MissingComponent } from './stacks.ts';

/** The project of a stack's component that is not in the repository: counted, with what it is given. */
export function missingProject({ folder, unresolved, values, paths }: MissingComponent): Project {
  const inputs = new Map<string, GivenValue>();
  for (const [name, value] of values.entries) {
    const at = value.origin.at(-1);
    if (at !== undefined) inputs.set(name, { value, at });
  }
  const files = new Map<string, never>();
  const given = { files, hasOtherFiles: false, inputs, arguments: {}, diagnostics: [], isPartial: false };
  return {
    id: folder,
    path: folder,
    kind: 'root',
    varFiles: [],
    variables: {},
    wrapper: { reads: () => paths, files, give: () => given, unresolved },
  };
}
