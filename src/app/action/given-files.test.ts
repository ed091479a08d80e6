import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryJob } from '../../platform/memory.ts';
import { workspaceFiles } from './given-files.ts';
import { readInputs } from './inputs.ts';

it.each([
  ['usage.csv', null],
  ['linked.csv', 'linked.csv lies outside of the workspace.'],
  ['told.csv', 'told.csv.meta.yaml lies outside of the workspace.'],
])('takes of the workspace what lies in it, links followed: %s', (usage, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-workspace-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  for (const file of ['outside.csv', 'workspace/usage.csv', 'workspace/told.csv'])
    writeFileSync(join(folder, file), '');
  symlinkSync('../outside.csv', join(workspace, 'linked.csv'));
  symlinkSync('../outside.csv', join(workspace, 'told.csv.meta.yaml'));
  const job = memoryJob({ token: 'ghs_test', 'billing-usage': usage });
  const inputs = readInputs((name) => job.input(name));
  const take = () => workspaceFiles(workspace, inputs);
  if (message === null) expect(take()).toMatchObject({ billingUsage: [usage], onlyUncommitted: true });
  else expect(take).toThrow(message);
  rmSync(folder, { recursive: true });
});
