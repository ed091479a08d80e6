import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openCatalogue } from '../../src/billing/resolve/catalogue.ts';
import { memoryTree } from '../../test/support/memory-tree.ts';
import { past, side, snapshotsOf, type Files } from './snapshots.ts';
import { usageCsv } from './usage.ts';

/** Where the examples are. */
export const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const BINDINGS = 'billing/bindings/prod.yaml';
const USAGE = 'billing/usage/2026-10.csv';

/** What is generated of the examples, by path from their folder: snapshots and lock files of their history, and usage. */
export function generatedFiles(): Files {
  return { ...shop(), ...saasBilling() };
}

/** The file of an example as it stands; undefined when there is none. */
export function committed(path: string): string | undefined {
  try {
    return readFileSync(join(EXAMPLES, path), 'utf8');
  } catch {
    return undefined;
  }
}

function shop(): Files {
  const written = snapshotsOf(
    [side('shop', 'base', '2025-12-01T09:00:00Z')],
    side('shop', 'change', '2026-10-05T09:00:00Z'),
  );
  return { ...below('shop/base', written.base), ...below('shop/change', written.change) };
}

function saasBilling(): Files {
  const history = ['2024-11', '2025-05', '2025-08'].map((month) => past('saas-billing', month));
  const written = snapshotsOf(
    [...history, side('saas-billing', 'base', '2026-07-30T09:00:00Z')],
    side('saas-billing', 'change', '2026-11-16T09:00:00Z'),
  );
  const usage = usageCsv(tenants());
  return {
    ...below('saas-billing/base', { ...written.base, [USAGE]: usage, [`${USAGE}.meta.yaml`]: origin(usage) }),
    ...below('saas-billing/change', written.change),
  };
}

function tenants() {
  const { bindings } = openCatalogue(memoryTree({ [BINDINGS]: committed(`saas-billing/base/${BINDINGS}`) ?? '' }));
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
