import type { Value } from '../../model/value.ts';
import { assume } from '../terraform/evaluate/assumed.ts';
import { bool, number, object, text, unknown } from '../terraform/evaluate/make.ts';
import { parseNumber } from '../terraform/evaluate/numbers.ts';
import { argument } from './bodies.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';

/** A feature flag: its value is what the user's configuration sets, else its default (Terragrunt documentation, "feature"). */
export function featureValue(config: ConfigFile, { label, body }: LabelledBody): Value {
  const { features } = config.reading.settings;
  const set = Object.hasOwn(features, label) ? features[label] : undefined;
  const expression = argument(body, 'default');
  const fallback = expression === undefined ? undefined : config.evaluate(expression);
  if (set !== undefined) return object({ value: fallback === undefined ? text(set) : alike(set, fallback) });
  const missing = unknown('no-variable-value', { detail: `feature.${label}` });
  return object({
    value: fallback === undefined ? missing : assume(fallback, `feature flag ${label} not set`),
  });
}

/** A written value of the type that the default has, where it can be one. */
function alike(written: string, { kind }: Value): Value {
  if (kind === 'bool' && /^(true|false)$/.test(written)) return bool(written === 'true');
  const parsed = kind === 'number' ? parseNumber(written) : undefined;
  return parsed === undefined ? text(written) : number(parsed);
}
