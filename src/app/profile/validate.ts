import { byCodePoint } from '../../lib/order.ts';
import { correctionRecords } from '../../billing/corrections/records.ts';
import { testResults, type TestResult } from '../../billing/facts/test-results.ts';
import { skuTests, type SkuTests } from '../../billing/facts/tests.ts';
import type { Catalogue } from '../../billing/resolve/catalogue.ts';
import { checkSnapshots } from '../../billing/snapshot/check-snapshots.ts';
import type { SnapshotFact } from '../../billing/snapshot/fact.ts';
import { isMendedByWriting } from '../../billing/snapshot/ways-out.ts';
import { offPeriodWarnings } from '../../billing/timeline/off-period.ts';
import { unreadFiles } from '../../billing/unread-files.ts';
import type { ValidatedBilling } from '../../model/billing/validated.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { sorted } from '../check/diagnostics.ts';
import { instant } from '../check/instant.ts';
import { openBilling } from './open-billing.ts';
import { publishedAt } from './published-at.ts';

export interface ValidateOptions {
  /** Any folder in the repository. */
  readonly repository: string;
  /** Default: the work tree as it lies on disk. */
  readonly ref?: string;
  /** What is published: what this ref has. Default: the merge base with the default branch, as `check` takes it. */
  readonly base?: string;
  /** Instant that dates are held against; default: the clock. */
  readonly now?: string;
}

/**
 * All that is wrong with the billing files of one side, whether a change touches them or not, and with the record of what its base has
 * published; what came of the profiles' own tests, and where they lack. Throws UserError for a ref that is not there, and where there
 * are no billing files.
 */
export function validateBilling(options: ValidateOptions): ValidatedBilling {
  const now = instant(options.now);
  const { ref, tree, catalogue } = openBilling(options.repository, options.ref);
  const base = publishedAt(options) ?? catalogue;
  const tests = catalogue.profiles.flatMap((profile) =>
    profile.document === null ? [] : testResults(profile, profile.document),
  );
  const failed = tests.filter(({ passed }) => !passed);
  // A draft binds nobody: it may still be without tests.
  const lacking = catalogue.profiles.flatMap((profile) =>
    profile.document === null || profile.document.lifecycle === 'draft'
      ? []
      : skuTests(profile, profile.document, catalogue.profile),
  );
  const diagnostics = sorted([
    ...catalogue.diagnostics,
    ...checkSnapshots(base, catalogue, now).flatMap(recordDiagnostic),
    ...correctionRecords(catalogue).diagnostics,
    ...failed.map(testDiagnostic),
    ...lacking.flatMap(lackingDiagnostic),
    ...offPeriodWarnings(catalogue),
    ...unreadFiles(tree),
  ]);
  return {
    side: ref,
    files: countByKind(catalogue),
    filesWithErrors: filesWithErrors(diagnostics),
    snapshots: catalogue.snapshots.length,
    tests: { passed: tests.length - failed.length, failed: failed.length },
    diagnostics,
  };
}

function filesWithErrors(diagnostics: readonly Diagnostic[]): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return new Set(errors.flatMap(({ source }) => source?.file ?? [])).size;
}

function countByKind({ documents }: Catalogue): Record<string, number> {
  const kinds = [...new Set(documents.map(({ kind }) => kind))].sort(byCodePoint);
  return Object.fromEntries(
    kinds.map((kind) => [kind, documents.filter((document) => document.kind === kind).length]),
  );
}

/** What `profile snapshot` writes is a warning: until then the files are sound, though not yet published. */
function recordDiagnostic(fact: SnapshotFact): Diagnostic[] {
  const { problem, message, hint, source } = fact;
  // A record that cannot be read is among the diagnostics of the catalogue.
  if (problem.endsWith('-unreadable')) return [];
  return [{ severity: isMendedByWriting(fact) ? 'warning' : 'error', code: problem, message, hint, source }];
}

/** A warning: whether the gate lets it pass is configured. */
function lackingDiagnostic({ name, sku, tests, untested, source }: SkuTests): Diagnostic[] {
  if (tests > 0 && untested.length === 0) return [];
  const message =
    tests === 0
      ? `SKU "${sku}" of ${name} has no test.`
      : `No test of SKU "${sku}" of ${name} is at the bounds of its tiers: ${untested.join(', ')}.`;
  const hint = 'Add what it must cost to "tests" of the profile: the gate asks for it (BP-116).';
  return [{ severity: 'warning', code: 'test-missing', message, hint, source }];
}

function testDiagnostic({ name, test, expected, actual, source }: TestResult): Diagnostic {
  const found = actual === null ? 'cannot be rated' : `gives ${actual}`;
  return {
    severity: 'error',
    code: 'test-failed',
    message: `The test ${test} of ${name} expects ${expected}, and ${found}.`,
    source,
    hint: 'Mend the price, or what the test expects.',
  };
}
