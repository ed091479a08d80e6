import type { EstimateResult } from '../model/estimate.ts';
import { VERSION } from '../model/version.ts';
import { renderEstimateHtml } from '../render/estimate/html.ts';
import { renderEstimateJson } from '../render/estimate/json.ts';
import { renderEstimate } from '../render/estimate/terminal.ts';
import { renderInfracostJson } from '../render/infracost/output.ts';
import type { TerminalStyle } from '../render/terminal.ts';

export const ESTIMATE_FORMATS = ['terminal', 'json', 'html', 'infracost-json'] as const;
export type EstimateFormat = (typeof ESTIMATE_FORMATS)[number];

/** The estimate in a format, ending in a newline. The same result gives the same bytes. */
export function renderEstimated(result: EstimateResult, format: EstimateFormat, look: TerminalStyle): string {
  const meta = { toolVersion: VERSION };
  return {
    terminal: () => renderEstimate(result, look),
    json: () => renderEstimateJson(result, meta),
    html: () => renderEstimateHtml(result, meta),
    'infracost-json': () => renderInfracostJson(result),
  }[format]();
}
