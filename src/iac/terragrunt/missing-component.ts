import { SourceText } from '../../model/source.ts';
import type { Project } from '../terraform/module/project/project.ts';
import type { GivenValue } from '../terraform/module/instance/root-values.ts';
import type { MissingComponent } from './stacks.ts';

const NOWHERE = { source: new SourceText('', ''), start: 0, end: 0 };

/** The project of a stack's component that is not in the repository: counted, with what it is given. */
export function missingProject({ folder, unresolved, values, paths }: MissingComponent): Project {
  const inputs = new Map<string, GivenValue>();
  for (const [name, value] of values.entries) {
    inputs.set(name, { value, at: value.origin.at(-1) ?? NOWHERE });
  }
  const files = new Map<string, never>();
  const given = { files, inputs, arguments: {}, diagnostics: [], isPartial: false };
  return {
    id: folder,
    path: folder,
    kind: 'root',
    varFiles: [],
    variables: {},
    wrapper: { reads: () => paths, files, give: () => given, unresolved },
  };
}
