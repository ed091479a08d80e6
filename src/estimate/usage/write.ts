import { quoted } from '../../lib/hidden.ts';
import { byCodePoint } from '../../lib/order.ts';
import type { UsageDefault } from '../catalog/usage-defaults.ts';
import type { UsageValue } from './usage.ts';

/** One usage key of a resource: what is recorded of it, and what is taken otherwise. */
export interface WrittenKey {
  readonly key: string;
  readonly said: UsageValue | undefined;
  readonly fallback: UsageDefault;
}

/** The keys of a resource, or of all of its instances. */
export interface WrittenResource {
  readonly address: string;
  readonly keys: readonly WrittenKey[];
}

const HEAD = `# What resources consume in a month, for tollgate: see docs/usage.md.
# A line that is commented out has no effect; take the # away, of what it stands in too, to state a figure. The default is named
# behind it; where there is none, what depends on it is unknown or left out.
# A figure is a plain number, or { low: 1, likely: 2, high: 3 }. Names and units are those of Infracost's usage files.
version: 0.1

resource_usage:
`;

/** A usage file for some resources. What is recorded already stands as it is, everything else as a comment. */
export function usageFileText(resources: readonly WrittenResource[]): string {
  return HEAD + resources.map(resourceText).join('\n');
}

function resourceText({ address, keys }: WrittenResource): string {
  const isStated = keys.some(({ said }) => said !== undefined);
  const lines: string[] = [];
  let group = '';
  const groups = new Map(keys.map((written) => [written, groupOf(written.key, keys)]));
  const sorted = [...groups].sort(([, a], [, b]) => byCodePoint(a, b));
  for (const [written, above] of sorted) {
    const isOpen = sorted.some(([{ said }, other]) => other === above && said !== undefined);
    if (above !== group && above !== '') lines.push(`    ${isOpen ? '' : '# '}${nameText(above)}:`);
    group = above;
    lines.push(keyLine(written, above));
  }
  return [`  ${isStated ? '' : '# '}${nameText(address)}:`, ...lines, ''].join('\n');
}

/**
 * What stands before the last dot: keys with dots are nested in the file, but for those that would be taken for a range there or
 * that stand beside a key of the name of the group.
 */
function groupOf(key: string, keys: readonly WrittenKey[]): string {
  const above = key.slice(0, Math.max(key.lastIndexOf('.'), 0));
  const isRange = /\.(?:low|likely|high)$/.test(key);
  return isRange || keys.some((other) => other.key === above) ? '' : above;
}

function keyLine({ key, said, fallback }: WrittenKey, group: string): string {
  const indent = group === '' ? '' : '  ';
  const name = nameText(key.slice(group === '' ? 0 : group.length + 1));
  if (said !== undefined) return `    ${indent}${name}: ${saidText(said)}`;
  if (fallback === null) return `    # ${indent}${name}:   # no default`;
  const { low, likely, high } = fallback;
  const range = low === high ? '' : `, ${low} to ${high}`;
  return `    # ${indent}${name}: ${likely}   # default ${likely}${range}`;
}

/** A key of a mapping; in quotes where YAML would take it for something else. */
function nameText(name: string): string {
  const isPlain = /^[a-z][\w.-]*$/i.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return isPlain ? name : quoted(name);
}

function saidText(said: UsageValue): string {
  if (said.kind === 'text') return quoted(said.text);
  const { low, likely, high } = said.range;
  return low.eq(high)
    ? likely.toFixed()
    : `{ low: ${low.toFixed()}, likely: ${likely.toFixed()}, high: ${high.toFixed()} }`;
}
