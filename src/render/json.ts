import { byCodePoint } from '../lib/order.ts';
import type { CheckResult, ProjectInput, SideRef } from '../model/result.ts';
import { changeJson } from './json/change.ts';
import { checkTotalsJson } from './json/cost.ts';
import { coverageJson } from './json/coverage.ts';
import { diagnosticJson, findingJson } from './json/finding.ts';
import { pricingJson } from './json/pricing.ts';
import { profileJson } from './json/profile.ts';
import { safeJson } from './json/safe.ts';
import { simulationJson } from './json/simulation.ts';
import { unitJson } from './json/unit.ts';

/** What the JSON says of its maker. */
export interface JsonMeta {
  readonly toolVersion: string;
}

/** Raised when a field changes its meaning or goes away; new fields may come without. */
const SCHEMA_VERSION = '1';

/**
 * The whole result as JSON by `schema/result.schema.json`: fixed key order, decimals as strings, null for what is unknown.
 * Strings are the originals, not escaped for any format: who shows them must escape them.
 */
export function renderJson(result: CheckResult, meta: JsonMeta): string {
  return safeJson({
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'tollgate', version: meta.toolVersion },
    base: sideJson(result.base),
    head: sideJson(result.head),
    currency: result.currency,
    priceBook: {
      id: result.priceBook.id,
      asOf: Object.fromEntries(Object.entries(result.priceBook.asOf).sort(([a], [b]) => byCodePoint(a, b))),
    },
    verdict: { state: result.verdict.state, reasons: [...result.verdict.reasons] },
    totals: checkTotalsJson(result.totals),
    ...(result.pricing === undefined ? {} : { pricing: pricingJson(result.pricing) }),
    unpricedChanges: result.unpricedChanges,
    changes: result.changes.map(changeJson),
    units: result.units.map(unitJson),
    profiles: result.profiles.map(profileJson),
    ...(result.simulation === undefined ? {} : { simulation: simulationJson(result.simulation) }),
    ...(result.corrections === undefined
      ? {}
      : { corrections: result.corrections.map((record) => ({ ...record })) }),
    findings: result.findings.map(findingJson),
    configChanges: [...result.configChanges],
    coverage: coverageJson(result.coverage),
    inputs: (result.inputs ?? []).map(inputJson),
    diagnostics: result.diagnostics.map(diagnosticJson),
  });
}

function inputJson({ project, resources, varFiles, from, plan, basePlan, state }: ProjectInput): object {
  return {
    project,
    ...(resources === undefined ? {} : { resources }),
    ...(varFiles === undefined ? {} : { varFiles: [...varFiles] }),
    from,
    plan: plan ?? null,
    basePlan: basePlan ?? null,
    state: state ?? null,
  };
}

function sideJson(side: SideRef): object {
  return { ref: side.ref, commit: side.commit };
}
