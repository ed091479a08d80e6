import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type * as DuckDb from '@duckdb/node-api';
import { assetPath } from '../../../lib/assets.ts';

/** What of DuckDB has to lie side by side, so that nothing is looked for in folders further up. */
const PARTS = ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc'];

/**
 * DuckDB as it is installed with Tollgate, or undefined. It is taken from the `node_modules` of Tollgate, or from the one that
 * Tollgate itself lies in, and from nowhere else: further up may be the working folder, where a pull request can put what it likes.
 */
export function installedDuckdb(home: string = assetPath('')): typeof DuckDb | undefined {
  const root = resolve(home);
  const around = dirname(root);
  const places = [join(root, 'node_modules'), ...(basename(around) === 'node_modules' ? [around] : [])];
  const modules = places.find(isWhole);
  if (modules === undefined) return undefined;
  try {
    return createRequire(join(modules, 'tollgate.cjs'))('@duckdb/node-api') as typeof DuckDb;
  } catch {
    // Such as a binding for another system library: then it is as if it were not there.
    return undefined;
  }
}

function isWhole(modules: string): boolean {
  const binding = `@duckdb/node-bindings-${process.platform}-${process.arch}`;
  return (
    PARTS.every((part) => existsSync(join(modules, part, 'package.json'))) &&
    [binding, `${binding}-musl`].some((name) => existsSync(join(modules, name, 'duckdb.node')))
  );
}
