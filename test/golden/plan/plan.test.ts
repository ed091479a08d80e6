import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/iac/plan/read-plan.ts';
import { planSides } from '../../../src/iac/plan/sides.ts';
import { WrittenIndex } from '../../../src/iac/plan/written-index.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../src/iac/terraform/index.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { showSides } from './show.ts';

/**
 * Every folder beside this file holds a plan and the configuration that it was made of; `alone.txt` is what the plan gives
 * alone, `joined.txt` with the configuration. All but `actions` were made by Terraform 1.11.4 with the provider hashicorp/aws
 * 5.100.0. `UPDATE_GOLDEN=1` writes what was found: read the difference before it is committed.
 */
const root = new URL('.', import.meta.url);
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(cases.map(({ name }) => name))('the plan %s', (name) => {
  const folder = new URL(`${name}/`, root);
  const plan = readPlan(readFileSync(new URL('plan.json', folder)), 'plan.json');

  it.each([
    ['alone', new WrittenIndex([])],
    ['joined', new WrittenIndex(resourcesOf(folder))],
  ])('%s', (file, written) => {
    const sides = planSides(plan, { project: '.', written: { base: written, head: written } });
    const odd = plan.diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}\n`);
    const found = `${odd.join('')}${showSides(sides)}\n`;
    const expected = new URL(`${file}.txt`, folder);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });
});

function resourcesOf(folder: URL) {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (entry.endsWith('.tf')) files[entry] = readFileSync(new URL(entry, folder), 'utf8');
  }
  const side = openTerraform(memoryTree(files), { projects: [], exclude: [], cache: new ParseCache() });
  return readTerraform(side).resources;
}
