import { join } from 'node:path';

import type { CheckResult, VerdictState } from '../../model/result.ts';
import type { Job } from '../../platform/port.ts';
import type { RenderContext } from '../../render/context.ts';
import { renderJson } from '../../render/json.ts';
import { writeReport } from '../output.ts';
import type { FailOn } from './inputs.ts';

/** Amounts in outputs have this many decimals: enough for fractions of a cent per unit. */
const decimals = 10;

/** Sets the outputs of `action.yml`, and writes the whole result as JSON to `<temp>/tollgate-<key>.json`. */
export function writeOutputs(
  job: Job,
  result: CheckResult,
  context: RenderContext,
  place: { readonly temp: string; readonly key: string },
): void {
  const file = join(place.temp, `tollgate-${place.key}.json`);
  writeReport(file, renderJson(result, context), 'RUNNER_TEMP must be a folder that this step may write to.');
  const units = result.units.map(({ id, delta }) => [id, delta?.likely.round(decimals).toString() ?? null]);
  job.output('verdict', result.verdict.state);
  job.output('monthly-delta', monthlyDelta(result));
  job.output('unpriced-changes', String(unpricedChanges(result)));
  job.output('currency', result.currency);
  job.output('unit-deltas', JSON.stringify(Object.fromEntries(units)));
  job.output('result-path', file);
}

/** Empty when nothing is known of what the change costs: 0 would be an amount. */
function monthlyDelta(result: CheckResult): string {
  const isKnown = unpricedChanges(result) === 0 || result.changes.some(({ delta }) => delta !== null);
  return isKnown ? result.totals.delta.monthly.likely.round(decimals).toString() : '';
}

/** Changed resources, and calls of modules outside of the repository, whose cost is wholly or partly unknown. */
function unpricedChanges({ unpricedChanges, coverage }: CheckResult): number {
  return unpricedChanges + (coverage.changedModules ?? 0);
}

/** The verdicts that make the job fail, by the mildest that shall. */
const blocking: Readonly<Record<FailOn, readonly VerdictState[]>> = {
  warn: ['warn', 'pending', 'fail', 'error'],
  fail: ['pending', 'fail', 'error'],
  error: ['error'],
  never: [],
};

/** Whether the job fails for a verdict. */
export function blocks(state: VerdictState, failOn: FailOn): boolean {
  return blocking[failOn].includes(state);
}
