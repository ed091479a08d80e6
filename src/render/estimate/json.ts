import { byCodePoint } from '../../lib/order.ts';
import type { EstimateResult } from '../../model/estimate.ts';
import type { SideTotals } from '../../model/result.ts';
import type { JsonMeta } from '../json.ts';
import { decimalJson, resourceCostJson, totalsJson } from '../json/cost.ts';
import { coverageJson } from '../json/coverage.ts';
import { diagnosticJson } from '../json/finding.ts';
import { pricingJson } from '../json/pricing.ts';
import { safeJson } from '../json/safe.ts';
import { sourceJson } from '../json/source.ts';

/** The estimate as JSON by `schema/estimate.schema.json`: decimals as strings, null for what is unknown. */
export function renderEstimateJson(result: EstimateResult, meta: JsonMeta): string {
  return safeJson({
    schemaVersion: '1',
    tool: { name: 'tollgate', version: meta.toolVersion },
    side: { ref: result.side.ref, commit: result.side.commit },
    path: result.path,
    currency: result.currency,
    priceBook: {
      id: result.priceBook.id,
      asOf: Object.fromEntries(Object.entries(result.priceBook.asOf).sort(([a], [b]) => byCodePoint(a, b))),
    },
    today: result.today,
    totals: sideTotalsJson(result.totals),
    ...(result.pricing === undefined ? {} : { pricing: pricingJson(result.pricing) }),
    whatIf: result.whatIf.map(({ target, key, value, resources }) => ({
      target,
      key,
      value: decimalJson(value),
      resources,
    })),
    without: result.without === null ? null : sideTotalsJson(result.without),
    breakdowns: result.breakdowns.map(({ by, groups }) => ({
      by,
      groups: groups.map(({ name, kind, resources, unpriced, totals }) => ({
        name,
        kind,
        resources,
        unpriced,
        ...totalsJson(totals),
      })),
    })),
    resources: result.resources.map(({ cost, region, service, tags }) => ({
      address: cost.address,
      type: cost.type,
      project: cost.project,
      region,
      service,
      tags: { ...tags },
      source: sourceJson(cost.source),
      cost: resourceCostJson(cost),
    })),
    coverage: coverageJson(result.coverage),
    inputs: result.inputs.map(({ project, resources, from }) => ({
      project,
      resources: resources ?? null,
      from,
    })),
    diagnostics: result.diagnostics.map(diagnosticJson),
  });
}

function sideTotalsJson(totals: SideTotals): object {
  return { ...totalsJson(totals), unpriced: totals.unpriced };
}
