import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TerragruntConfig } from '../../../src/model/config.ts';
import { assumptionsOf } from '../../../src/iac/terraform/evaluate/assumed.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../src/iac/terraform/index.ts';
import { openTerragrunt } from '../../../src/iac/terragrunt/index.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { summarize } from '../terraform/summarize.ts';

/**
 * Every folder beside this file is a repository; `expected.json` is what reading it gives. `options.json` may tell
 * environment variables and feature flags. `UPDATE_GOLDEN=1` writes what was found: read the difference before it is
 * committed.
 */
const root = new URL('.', import.meta.url);
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('reading Terragrunt', () => {
  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const cache = new ParseCache();
    const { tree, projects } = openTerragrunt(
      memoryTree(filesOf(folder)),
      { exclude: [], cache },
      settingsOf(folder),
    );
    const side = openTerraform(tree, { projects: [], exclude: [], cache, wrapped: projects });
    const result = readTerraform(side);
    const assumed = result.resources.flatMap(({ project, address, attributes }) =>
      assumptionsOf(attributes).map((what) => `${project} ${address}: ${what}`),
    );
    const summary = {
      ...summarize(side, result),
      excluded: side.excluded,
      opening: side.diagnostics.map(({ message }) => message),
      reasons: result.unresolvedModules.map(({ address, reason }) => `${address}: ${reason}`),
      assumed,
    };
    const found = `${JSON.stringify(summary, null, 2)}\n`;
    const expected = new URL('expected.json', folder);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });
});

function filesOf(folder: URL): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`.replace(/\/+/g, '/').slice(folder.pathname.length);
    if (path !== 'expected.json' && path !== 'options.json') files[path] = readFileSync(new URL(path, folder));
  }
  return files;
}

function settingsOf(folder: URL): TerragruntConfig {
  const file = new URL('options.json', folder);
  if (!existsSync(file)) return { env: {}, features: {} };
  return (JSON.parse(readFileSync(file, 'utf8')) as { terragrunt: TerragruntConfig }).terragrunt;
}
