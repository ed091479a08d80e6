import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Rebuilds dist/ and fails when the committed bytes are not what the sources give. */
const before = mkdtempSync(join(tmpdir(), 'tollgate-dist-'));
cpSync('dist', before, { recursive: true });
execFileSync(process.execPath, ['tools/build/main.ts'], { stdio: 'inherit' });

const names = new Set([...readdirSync(before), ...readdirSync('dist')]);
const stale = [...names].filter((name) => !same(join(before, name), join('dist', name)));
if (stale.length > 0) {
  console.error(
    `dist/ is not what the sources give: ${stale.join(', ')}. Run "npm run build" and commit dist/.`,
  );
  process.exit(1);
}
console.log('dist/ is what the sources give.');

function same(a: string, b: string): boolean {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
}
