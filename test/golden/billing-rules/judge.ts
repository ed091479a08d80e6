import { billingChanges } from '../../../src/billing/changes.ts';
import { changeDiagnostics } from '../../../src/billing/facts/diagnostics.ts';
import { billingFacts } from '../../../src/billing/facts/facts.ts';
import { problemsOf } from '../../../src/billing/facts/problems.ts';
import { openCatalogue, type Catalogue } from '../../../src/billing/resolve/catalogue.ts';
import { simulate, simulationPlan } from '../../../src/billing/simulate/simulate.ts';
import { readUsageContents } from '../../../src/billing/usage/read-usage.ts';
import { loadConfig } from '../../../src/config/load.ts';
import type { UsageAggregate } from '../../../src/model/billing/usage.ts';
import { evaluatePolicies } from '../../../src/policy/evaluate.ts';
import { facts, range, totals } from '../../../src/policy/testdata/facts.ts';
import type { Tree } from '../../../src/tree/tree.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { NOW, type Files } from './repository.ts';

const USAGE = 'billing/usage/2026-04.csv';

/**
 * What is said of the way from one content of a repository to another, one line each: rule, place and message of findings, and
 * the code of errors that are no rule's.
 */
export async function judge(baseFiles: Files, headFiles: Files, headSigned = false): Promise<string[]> {
  const [before, after] = [memoryTree(baseFiles), memoryTree(headFiles)];
  const billing = billingChanges(before, after, NOW);
  const [base, head] = [openCatalogue(before), openCatalogue(after)];
  const diagnostics = changeDiagnostics({ base, head, baseTree: before, headTree: after }, billing);
  const [{ config }, configured] = [loadConfig(before), loadConfig(after)];
  const usage = await recordedUsage(before, base, head);
  const sides = { base, head, changes: billing.changes, now: NOW };
  const simulation = simulate({ ...sides, environment: 'prod', usage, nameOf: (customer) => customer });
  const findings = evaluatePolicies({
    ...facts(),
    config,
    now: NOW,
    profiles: billing.changes,
    totals: totals(range('0'), range('0')),
    billing: billingFacts({
      ...sides,
      baseTree: before,
      diagnostics,
      simulation,
      usage,
      policies: { base: config.policies, head: configured.config.policies },
      headSigned,
    }),
  });
  const errors = problemsOf(diagnostics).others.filter(({ severity }) => severity === 'error');
  return [
    ...findings.map(({ rule, source, message }) => {
      const place = `${source?.file ?? '-'}:${String(source?.start.line)}:${String(source?.start.column)}`;
      return `${rule ?? '-'} ${place} ${message}`;
    }),
    ...errors.map(({ code, message }) => `${code} ${message}`),
  ];
}

async function recordedUsage(tree: Tree, base: Catalogue, head: Catalogue): Promise<UsageAggregate> {
  const plan = simulationPlan(base, head, 'prod', NOW);
  const [bytes, sidecar] = [tree.read(USAGE), tree.read(`${USAGE}.meta.yaml`)];
  const content = { name: USAGE, bytes: bytes ?? new Uint8Array() };
  return readUsageContents([sidecar === undefined ? content : { ...content, sidecar }], plan);
}
