import { judgeBilling } from '../../../src/app/check/billing.ts';
import { readConfiguration } from '../../../src/app/check/configuration.ts';
import { evaluatePolicies } from '../../../src/policy/evaluate.ts';
import { facts, range, totals } from '../../../src/policy/testdata/facts.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { NOW, type Files } from './repository.ts';

/**
 * What the gate says of the way from one content of a repository to another, one line each: rule, place and message of findings, and
 * the code of errors that are no rule's.
 */
export async function judge(baseFiles: Files, headFiles: Files, headSigned = false): Promise<string[]> {
  const [base, head] = [memoryTree(baseFiles), memoryTree(headFiles)];
  const { config, atHead } = readConfiguration(base, head, 'base');
  const billing = await judgeBilling({
    ...{ base, head, config, now: NOW, given: undefined, atHead },
    headSigned: () => headSigned,
  });
  const findings = evaluatePolicies({
    ...facts(),
    ...{ config, now: NOW, profiles: billing.changes },
    totals: totals(range('0'), range('0')),
    ...(billing.facts === undefined ? {} : { billing: billing.facts }),
  });
  const errors = billing.diagnostics.filter(({ severity }) => severity === 'error');
  return [
    ...findings.map(({ rule, source, message }) => {
      const place = `${source?.file ?? '-'}:${String(source?.start.line)}:${String(source?.start.column)}`;
      return `${rule ?? '-'} ${place} ${message}`;
    }),
    ...errors.map(({ code, message }) => `${code} ${message}`),
  ];
}
