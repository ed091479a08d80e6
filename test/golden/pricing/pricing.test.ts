import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/app/check.ts';
import { renderJson } from '../../../src/render/json.ts';
import { temporaryRepository } from '../../support/temporary-repository.ts';

/**
 * Every folder beside this file is a repository: `base/`, what `head/` writes over it, and what a check says of it, `expected.json`,
 * as far as it is about prices. `UPDATE_GOLDEN=1` writes what was found: read the difference before it is committed.
 */
const root = new URL('.', import.meta.url);
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

interface Line {
  readonly component: string;
  readonly price: { readonly tiers: unknown } | null;
}

/** The part of a result that is about prices: no ids, no places that differ from run to run. */
interface Result {
  readonly currency: string;
  readonly verdict: unknown;
  readonly totals: unknown;
  readonly pricing?: unknown;
  readonly changes: readonly { readonly address: string; readonly head: { readonly lines: readonly Line[] } | null }[];
  readonly configChanges: unknown;
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

describe('prices of a buyer', () => {
  it.each(cases.map(({ name }) => name))('%s', async (name) => {
    using repository = temporaryRepository();
    const folder = new URL(`${name}/`, root);
    const base = repository.commit(filesOf(new URL('base/', folder)));
    const head = repository.commit(filesOf(new URL('head/', folder)));
    const { result } = await check({
      ...{ repository: repository.folder, base, head, all: true, now: '2026-11-01T00:00:00Z' },
    });
    const found = `${JSON.stringify(summary(JSON.parse(renderJson(result, { toolVersion: '0' })) as Result), null, 2)}\n`;
    const expected = new URL('expected.json', folder);
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(expected, found);
    expect(found).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
});

function summary({ currency, verdict, totals, pricing, changes, configChanges, diagnostics }: Result): object {
  const lines = changes.flatMap(({ address, head }) =>
    (head?.lines ?? []).map(({ price, ...line }) => ({ address, ...line, tiers: price?.tiers })),
  );
  return { currency, verdict, totals, pricing, lines, configChanges, diagnostics };
}

function filesOf(folder: URL): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}
