import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { snapshotsOf, type Files } from './snapshots.ts';
import { usageCsv } from './usage.ts';

export const EXAMPLE = fileURLToPath(new URL('../../examples/saas-billing', import.meta.url));
const BINDINGS = 'billing/bindings/prod.yaml';
const USAGE = 'billing/usage/2026-10.csv';

/** What is generated of the example, by path from its folder: snapshots and lock files of its history, and usage. */
export function generatedFiles(): Files {
  const { base, change } = snapshotsOf(EXAMPLE);
  const usage = usageCsv(tenants());
  return {
    ...below('base', { ...base, [USAGE]: usage, [`${USAGE}.meta.yaml`]: origin(usage) }),
    ...below('change', change),
  };
}

/** The file as it stands; undefined when there is none. */
export function committed(path: string): string | undefined {
  try {
    return readFileSync(join(EXAMPLE, path), 'utf8');
  } catch {
    return undefined;
  }
}

function tenants() {
  const { bindings } = openCatalogue(memoryTree({ [BINDINGS]: readFileSync(join(EXAMPLE, 'base', BINDINGS), 'utf8') }));
  return bindings.map(({ binding: { id, profile } }) => ({ id, isEnterprise: profile.startsWith('enterprise@') }));
}

/** What is said of the usage file beside it. */
function origin(usage: string): string {
  const sha256 = createHash('sha256').update(usage).digest('hex');
  return [
    '# Generated from a seed by tools/examples: nobody used this.',
    'source: generated, seed 20261001',
    `sha256: ${sha256}`,
    'completeThrough: 2026-11-01T00:00:00Z',
    '',
  ].join('\n');
}

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
