import { configChanges } from '../../config/changes.ts';
import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { type LoadedConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tree } from '../../tree/tree.ts';
import { configDiagnostics } from './diagnostics.ts';

/** The configuration that a change is judged by. */
export interface Configuration {
  readonly config: Config;
  /** What the head would bring; null when it cannot be told. */
  readonly atHead: Config | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What the change does to it, one sentence each. */
  readonly changes: readonly string[];
}

/**
 * The configuration of what the change is merged into (`target`: the base, or where its branch is by now), so that a pull
 * request cannot excuse itself; of the head when a user tries it out, and when it repairs one that is broken at the base:
 * else nobody could repair it. That is said loudly. A file that is only missing on this machine is not broken, and a
 * deleted one is not repaired.
 */
export function readConfiguration(
  base: Tree,
  head: Tree,
  from: 'base' | 'head',
  target: Tree = base,
): Configuration {
  const [before, after] = [loadConfig(base), loadConfig(head)];
  const inForce = target === base ? before : loadConfig(target);
  const isBroken = before.state === 'broken' && inForce.state === 'broken';
  const isRepaired = isBroken && after.state === 'sound' && after.config.file !== null;
  if (from === 'base' && isRepaired) return repaired(inForce, after);
  return {
    config: (from === 'head' ? after : inForce).config,
    atHead: after.state === 'sound' ? after.config : null,
    diagnostics: configDiagnostics(inForce, after, from),
    changes: [...(from === 'head' ? [TRIED_OUT] : []), ...changes(before, after)],
  };
}

const TRIED_OUT = 'This check was asked to use the configuration of the head: it holds here already.';

function repaired(before: LoadedConfig, after: LoadedConfig): Configuration {
  const file = after.config.file ?? '';
  const start = { line: 1, column: 1 };
  const message =
    'The configuration of the base commit is broken, so the change is judged by the one that it brings.';
  const hint = 'Read its limits and levels with care: nothing on the base holds them.';
  const source = { file, start, end: start };
  return {
    // What the gate may ask of others is never said by the change itself.
    config: { ...after.config, modules: DEFAULT_CONFIG.modules },
    atHead: after.config,
    diagnostics: [
      { severity: 'warning', code: 'config-repaired', message, source, hint },
      ...configDiagnostics(before, after, 'head'),
    ],
    changes: [message],
  };
}

/** Against defaults that stand in for a broken file every setting would look changed. */
function changes(before: LoadedConfig, after: LoadedConfig): readonly string[] {
  const { file } = before.config;
  if (file !== null && after.config.file === null) return [`${file} is deleted: defaults hold once merged.`];
  if (before.state === 'sound' && after.state === 'sound') return configChanges(before.config, after.config);
  return after.state === 'sound'
    ? []
    : [`${after.config.file ?? 'The configuration'} has errors: its rules cannot be told.`];
}
