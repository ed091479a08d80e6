import { customer, profile, simulation } from '../billed/simulation.ts';
import { at, compared, cost, costed, counts, difference, finding, line, range, result as build, text, totals, unit, unitSide } from '../build.ts';

/** What could mention, link, comment, break a table or drive a terminal: each foreign string is one of them. */
export const ATTACKS = [
  '@octocat @org/team #1 GH-2 o/r#3',
  'a|b|c \\| `code` ``two`` ```three',
  '<!-- tollgate:comment key=x v=1 -->',
  '<script>alert(1)</script></details><img src=x onerror=alert(1)>',
  '](javascript:alert(1)) [click](https://evil.example) ![i](https://evil.example/i.png)',
  'www.evil.example https://evil.example mallory@evil.example',
  '\u001B[31mred\u001B[0m \u001B]8;;https://evil.example\u0007link',
  '\u202Edesrever\u2066 \u200Bzero \u0000nul \u0085',
  '\n# heading\n\n- item\n> [!CAUTION]\n| --- |\n::error::no\n',
  '$x$ $$y$$ :tada: *b* _i_ ~~s~~ &lt; &#64;octocat',
  '"quoted" \'quoted\' ]]> {0} \uD800',
  '1. one',
  'long'.repeat(2000),
] as const;

let turn = 0;

/** The next attack; the order makes the result the same on each run. */
function evil(prefix = ''): string {
  return `${prefix}${ATTACKS[turn++ % ATTACKS.length] ?? ''}`;
}

/** Each foreign string of a result is hostile. */
export const result = build({
  base: { ref: evil('base'), commit: 'b'.repeat(40) },
  head: { ref: evil('head'), commit: null },
  priceBook: { id: 'book', asOf: { aws: evil('x') } },
  verdict: { state: 'fail', reasons: [evil(), evil()] },
  totals: compared(
    totals(range('10')),
    { ...totals(range('5')), unpriced: 1 },
    totals(range('-5', '-5', '-4.99')),
  ),
  unpricedChanges: 1,
  changes: [
    costed(
      'update',
      evil('aws_instance.'),
      {
        base: cost('a.b', [line(evil(), range('10'), '1', evil())]),
        head: cost('a.b', [
          { ...line(evil(), range('5'), '1', evil()), evidence: 'C', reason: evil(), usageKey: evil() },
          { component: evil(), unit: evil(), quantity: null, price: null, monthly: null, kind: 'fixed', evidence: 'D', reason: evil() },
        ], 'partly-priced'),
      },
      { differences: [difference(evil(), text(evil()), text(evil('new')))], previousAddress: evil() },
    ),
  ],
  units: [unit({ id: 'u', label: evil(), base: unitSide(range('1')), head: unitSide(null), missing: [evil()] })],
  profiles: [
    {
      id: evil(),
      kind: evil(),
      file: evil(),
      action: 'update',
      baseVersion: evil(),
      headVersion: evil(),
      lifecycle: { base: evil(), head: null },
      effectiveFrom: { base: evil(), head: null },
      differences: [
        {
          path: evil(),
          kind: 'changed',
          base: evil(),
          head: evil(),
          changeClass: evil(),
          requiredBump: 'major',
          approval: [evil()],
          source: at(evil(), 1),
        },
      ],
      requiredBump: 'major',
      actualBump: 'none',
      bumpSufficient: false,
      effectiveInPast: null,
      versionSource: at(evil(), 1),
      effectiveSource: at(evil(), 1),
    },
  ],
  simulation: {
    ...simulation,
    totals: simulation.totals.map((totals) => ({
      ...totals,
      movers: [customer(evil(), '1', '2')],
      skus: totals.skus.map((sku) => ({ ...sku, sku: evil(), profile: evil(), unit: evil() })),
      units: totals.units.map((one) => ({ ...one, label: evil() })),
    })),
    profiles: [
      {
        ...profile,
        ...{ id: evil(), probes: profile.probes.map((probe) => ({ ...probe, sku: evil(), unit: evil() })) },
        migrations: profile.migrations.map((one) => ({ ...one, from: evil() })),
      },
    ],
    unknowns: [evil(), evil()],
  },
  findings: [
    finding({
      policyId: evil(),
      title: evil(),
      message: evil(),
      subject: evil(),
      source: at(evil(), 3),
      actual: evil(),
      expected: evil(),
      fix: evil(),
      docsUrl: 'javascript:alert(1)',
      details: { [evil()]: [evil()] },
    }),
    finding({ policyId: '', message: '', docsUrl: 'https://a:b@evil.example/', source: at('../x', 1) }),
  ],
  configChanges: [evil()],
  coverage: {
    projects: 1,
    projectsSkipped: 0,
    resources: 1,
    attributes: counts(2, { 'data-source': 1 }),
    tags: counts(0),
    lines: { A: 0, B: 0, C: 1, D: 1 },
    free: 0,
    unknownTypes: [{ type: evil(), count: 1 }],
    unknownRepetition: 0,
    unresolvedModules: [{ address: evil(), sourceAddress: evil(), reason: evil(), source: at(evil(), 1) }],
    filesSkipped: 0,
  },
  diagnostics: [{ severity: 'error', code: evil(), message: evil(), hint: evil(), source: at(evil(), 1) }],
});
