import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../lib/assets.ts';
import { createRepository } from '../tree/create.ts';
import type { CreatedRepository } from '../tree/create.ts';

/** Makes the example shop as a git repository in a new temporary folder: `main`, and a branch `change`. */
export function demoRepository(): CreatedRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-demo-')));
  return createRepository(folder, assetPath('examples/shop/base'), assetPath('examples/shop/change'));
}
