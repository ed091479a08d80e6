import type { Value } from '../../model/value.ts';
import { bool, object, text, unknown } from '../terraform/evaluate/make.ts';
import { argument } from './bodies.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';

/** A feature flag: its value is what the user's configuration sets, else its default (Terragrunt documentation, "feature"). */
export function featureValue(config: ConfigFile, { label, body }: LabelledBody): Value {
  const { features } = config.reading.settings;
  const set = Object.hasOwn(features, label) ? features[label] : undefined;
  if (set !== undefined) return object({ value: typeof set === 'boolean' ? bool(set) : text(set) });
  const expression = argument(body, 'default');
  const missing = unknown('no-variable-value', { detail: `feature.${label}` });
  return object({ value: expression === undefined ? missing : config.evaluate(expression) });
}
