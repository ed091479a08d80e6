import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Value } from '../../../src/model/value.ts';
import { Budget } from '../../../src/iac/terraform/module/instance/budget.ts';
import { rootInputs } from '../../../src/iac/terraform/module/instance/inputs.ts';
import { ModuleInstance } from '../../../src/iac/terraform/module/instance/module-instance.ts';
import { rootValues } from '../../../src/iac/terraform/module/instance/root-values.ts';
import { Run } from '../../../src/iac/terraform/module/instance/run.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../src/iac/terraform/index.ts';
import type { TerraformResult } from '../../../src/iac/terraform/index.ts';
import { TreeFiles } from '../../../src/iac/terraform/module/project/file-access.ts';
import { staticReference } from '../../../src/iac/terraform/module/source/static.ts';
import { CASE_FILES } from '../../../tools/oracle/plans/case.ts';
import type { CaseOptions } from '../../../tools/oracle/plans/case.ts';
import { memoryTree } from '../../support/memory-tree.ts';

/** What our evaluation says of a case. */
export interface Evaluated {
  readonly result: TerraformResult;
  readonly outputs: ReadonlyMap<string, Value>;
  /** Of the resources and the outputs. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Evaluates the configuration in a folder as one project, its root outputs included. */
export function evaluateCase(folder: string, options: CaseOptions): Evaluated {
  const { path = '', workspace = 'default', varFiles = [], variables = {} } = options;
  const cache = new ParseCache();
  const projects = [{ path, workspace, varFiles, variables }];
  const side = openTerraform(memoryTree(filesOf(folder)), { projects, exclude: [], cache });
  const result = readTerraform(side);
  const [project] = side.projects;
  const definition = project && side.loader.load(project.path);
  if (project === undefined || definition === undefined)
    throw new Error(`There is no configuration in ${folder}.`);
  const run = new Run(project, side.loader, new TreeFiles(side.loader.tree), new Budget());
  const isText = (name: string): boolean => {
    const type = definition.variables.get(name)?.attributes.get('type');
    return type === undefined || staticReference(type.attribute.value) === 'string';
  };
  const root = new ModuleInstance(run, definition, '', rootInputs(rootValues(run, isText)));
  const outputs = [...definition.outputs.keys()].map((name): [string, Value] => {
    const value = root.output(name);
    if (value === undefined) throw new Error(`There is no output ${name}.`);
    return [name, value];
  });
  return { result, outputs: new Map(outputs), diagnostics: [...result.diagnostics, ...run.diagnostics] };
}

function filesOf(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !CASE_FILES.has(entry.name),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}
