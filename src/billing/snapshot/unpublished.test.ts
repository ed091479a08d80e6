import { expect, it } from 'vitest';
import { edit, published } from '../../../test/golden/billing/compare.ts';
import { memoryTree } from '../../../test/support/memory-tree.ts';
import { PROFILE } from '../../../test/support/published-versions.ts';
import { openCatalogue } from '../resolve/catalogue.ts';
import { checkSnapshots } from './check-snapshots.ts';
import { planSnapshots } from './plan.ts';

type Files = Readonly<Record<string, string>>;

function kept(files: Files): Files {
  const { files: written } = planSnapshots(openCatalogue(memoryTree(files)), '2026-05-01T00:00:00Z');
  return { ...files, ...Object.fromEntries(written.map(({ path, text }) => [path, text])) };
}

it('sends a changed file to `profile snapshot` while its version is new in the change', () => {
  const base = kept({ [PROFILE]: published });
  const second = published.replace(/^version: .*$/mu, 'version: 9.0.0');
  const next = kept({ ...base, [PROFILE]: second });
  const changed = { ...next, [PROFILE]: second.replace('timezone: UTC', 'timezone: Europe/Berlin') };
  const hints = (from: Files) => {
    const [before, after] = [openCatalogue(memoryTree(from)), openCatalogue(memoryTree(changed))];
    const found = checkSnapshots(before, after).filter(({ problem }) => problem === 'snapshot-mismatch');
    return found.map(({ hint }) => hint);
  };
  expect(hints(base)).toEqual(['Run `tollgate profile snapshot` and commit what it writes.']);
  expect(hints(next)).toEqual(['Undo the change of the file, or give it a new version.']);
});

it('asks only to take out a version that its branch raised before it was published', () => {
  const base = kept({ [PROFILE]: published });
  const next = (version: string, from: string) =>
    edit(
      published,
      ['version: 1.2.0', `version: ${version}`],
      ['from: 2026-01-01', `from: ${from}`],
      ['migration:', 'supersedes: standard@1.2.0\nmigration:'],
    );
  const branch = kept({ ...base, [PROFILE]: next('1.3.0', '2026-06-01') });
  // It begins earlier than what was given up, and supersedes what is published.
  const head = kept({ ...branch, [PROFILE]: next('2.0.0', '2026-05-01') });
  const [before, after] = [openCatalogue(memoryTree(base)), openCatalogue(memoryTree(head))];
  const facts = checkSnapshots(before, after, '2026-02-01T00:00:00Z');
  expect(facts).toMatchObject([
    {
      ...{ problem: 'snapshot-unfounded', version: 'standard@1.3.0' },
      hint: expect.stringMatching(/^Run `tollgate profile snapshot`, which takes it out/u) as string,
    },
  ]);
});
