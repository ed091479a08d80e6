import type { Explanation } from '../model/explanation.ts';
import { VERSION } from '../model/version.ts';
import { renderExplanationJson } from '../render/explain/json.ts';
import { renderExplanation } from '../render/explain/terminal.ts';
import type { TerminalStyle } from '../render/terminal.ts';

export const EXPLAIN_FORMATS = ['terminal', 'json'] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

/** The explanation in a format, ending in a newline. */
export function renderExplained(
  explanation: Explanation,
  format: ExplainFormat,
  look: TerminalStyle,
): string {
  return format === 'json'
    ? renderExplanationJson(explanation, { toolVersion: VERSION })
    : renderExplanation(explanation, look);
}
