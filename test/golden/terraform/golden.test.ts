import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProjectConfig } from '../../../src/model/config.ts';
import { openTerraform, ParseCache, readTerraform } from '../../../src/iac/terraform/index.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { summarize } from './summarize.ts';

/**
 * Every folder beside this file is a repository; `expected.json` is what reading it gives. `options.json` may name
 * projects. `UPDATE_GOLDEN=1` writes what was found: read the difference before it is committed.
 */
const root = new URL('.', import.meta.url);
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('reading Terraform', () => {
  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const side = openTerraform(memoryTree(filesOf(folder)), {
      projects: projectsOf(folder),
      exclude: [],
      cache: new ParseCache(),
    });
    const found = `${JSON.stringify(summarize(side, readTerraform(side)), null, 2)}\n`;
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

function projectsOf(folder: URL): readonly ProjectConfig[] {
  const file = new URL('options.json', folder);
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { projects: ProjectConfig[] }).projects;
}
