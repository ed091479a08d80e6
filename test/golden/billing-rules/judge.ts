import { billingChanges } from '../../../src/billing/changes.ts';
import { billingFacts } from '../../../src/billing/facts/facts.ts';
import { problemsOf } from '../../../src/billing/facts/problems.ts';
import { openCatalogue } from '../../../src/billing/resolve/catalogue.ts';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.ts';
import { evaluatePolicies } from '../../../src/policy/evaluate.ts';
import { facts, totals, range } from '../../../src/policy/testdata/facts.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { NOW, type Files } from './repository.ts';

/**
 * What is said of the way from one content of a repository to another, one line each: rule, place and message of findings, and
 * the code of errors that are no rule's.
 */
export function judge(baseFiles: Files, headFiles: Files): string[] {
  const [before, after] = [memoryTree(baseFiles), memoryTree(headFiles)];
  const { changes, diagnostics: ofFiles } = billingChanges(before, after, NOW);
  const [base, head] = [openCatalogue(before), openCatalogue(after)];
  const known = new Set(ofFiles.map(({ message }) => message));
  const diagnostics = [...ofFiles, ...head.diagnostics.filter(({ message }) => !known.has(message))];
  const findings = evaluatePolicies({
    ...facts({ policies: DEFAULT_CONFIG.policies }),
    now: NOW,
    profiles: changes,
    totals: totals(range('0'), range('0')),
    billing: billingFacts({ base, head, changes, diagnostics, now: NOW }),
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
