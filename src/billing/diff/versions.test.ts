import { describe, expect, it } from 'vitest';

import { compare, draft, edit, FILE, published } from '../../../test/golden/billing/compare.ts';

describe('versions', () => {
  const dearer = (source: string, ...more: [string, string][]) =>
    edit(source, ["unit: '12.50'", "unit: '13.00'"], ...more);
  const later: [string, string] = ['from: 2026-01-01', 'from: 2026-06-01'];

  it.each<[string, string, string, object]>([
    [
      'too small a step',
      published,
      dearer(published, ['1.2.0', '1.3.0'], later),
      { requiredBump: 'major', actualBump: 'minor', bumpSufficient: false },
    ],
    [
      'a fitting step',
      published,
      dearer(published, ['1.2.0', '2.0.0'], later),
      { requiredBump: 'major', actualBump: 'major', bumpSufficient: true },
    ],
    [
      'a step back',
      published,
      edit(published, ['1.2.0', '1.1.9'], later),
      { requiredBump: 'patch', actualBump: 'backward', bumpSufficient: false },
    ],
    [
      'a release candidate',
      published,
      dearer(published, ['1.2.0', '2.0.0-rc.1'], later),
      { actualBump: 'major', bumpSufficient: true },
    ],
    [
      'another currency',
      published,
      edit(published, ['USD', 'EUR'], ['1.2.0', '9.0.0'], later),
      { requiredBump: 'new-id', bumpSufficient: false },
    ],
    ['an edit of a draft', draft, dearer(draft), { requiredBump: 'none', bumpSufficient: true }],
    [
      'another currency and an old date of a draft',
      draft,
      edit(draft, ['USD', 'EUR'], ['from: 2026-01-01', 'from: 2025-01-01']),
      { requiredBump: 'none', bumpSufficient: true, effectiveInPast: true },
    ],
    [
      'a draft that is published with another price',
      draft,
      dearer(published, later),
      { requiredBump: 'major', actualBump: 'none', bumpSufficient: false },
    ],
    [
      'a draft that is published as it is',
      edit(draft, later),
      edit(published, later),
      { requiredBump: 'none', bumpSufficient: true },
    ],
    [
      'an edit of what is published',
      published,
      dearer(published),
      { requiredBump: 'refused', actualBump: 'none', bumpSufficient: false },
    ],
    [
      'an owner of what is published',
      published,
      edit(published, ["'@jane'", "'@joe'"]),
      { requiredBump: 'none', bumpSufficient: true },
    ],
    [
      'a published successor',
      published,
      dearer(published, ['1.2.0', '2.0.0'], later),
      { requiredBump: 'major', bumpSufficient: true, effectiveInPast: false },
    ],
    [
      'a successor in the past',
      published,
      dearer(published, ['1.2.0', '2.0.0']),
      { requiredBump: 'refused', bumpSufficient: false, effectiveInPast: true },
    ],
    [
      'a successor too soon',
      published,
      dearer(published, ['1.2.0', '2.0.0'], ['from: 2026-01-01', 'from: 2026-02-14']),
      { requiredBump: 'refused', effectiveInPast: false },
    ],
    [
      'a successor just in time',
      published,
      dearer(published, ['1.2.0', '2.0.0'], ['from: 2026-01-01', 'from: 2026-02-15']),
      { requiredBump: 'major', bumpSufficient: true },
    ],
    [
      'a shorter lead time of its own',
      published,
      dearer(published, ['1.2.0', '2.0.0'], ['from: 2026-01-01', 'from: 2026-02-14'], ['P14D', 'P1D']),
      { requiredBump: 'refused' },
    ],
    [
      'a version alone',
      published,
      edit(published, ['1.2.0', '1.2.1'], later),
      { action: 'update', requiredBump: 'patch', bumpSufficient: true },
    ],
  ])('%s', (_, base, head, expected) => {
    expect(compare(base, head).changes).toMatchObject([expected]);
  });

  it('says where the version and the date stand', () => {
    const [change] = compare(draft, dearer(draft, ['1.2.0', '1.2.1'])).changes;
    expect([change?.versionSource.start, change?.effectiveSource.start]).toEqual([
      { line: 5, column: 10 },
      { line: 10, column: 20 },
    ]);
    expect(change).toMatchObject({
      baseVersion: '1.2.0',
      headVersion: '1.2.1',
      kind: 'BillingProfile',
      file: FILE,
    });
  });
});
