import { entriesOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { validate } from '../../config/yaml/validate.ts';
import { publishedSchema } from '../../config/schemas.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import { inheritable } from './merge.ts';
import { nodeByPath, withNodeAt } from './node-paths.ts';

export interface WithParams {
  /** What is taken over, with the values set. */
  readonly root: DocumentNode | undefined;
  /** The values that were set, by the paths they were set at. */
  readonly set: ReadonlyMap<string, DocumentNode>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Sets the `params` of a profile in what it takes over from the profile that it extends. */
export function withParams(base: DocumentNode | undefined, params: DocumentNode | undefined): WithParams {
  const diagnostics: Diagnostic[] = [];
  const set = new Map<string, DocumentNode>();
  let root: DocumentNode | undefined = base && inheritable(base);
  const parameters = nodeAt(base, 'parameters');
  for (const { key, keySpan, value } of entriesOf(params)) {
    const path = textOf(nodeAt(parameters, key, 'path'));
    if (path === undefined) {
      const guess = nearest(
        key,
        entriesOf(parameters).map((entry) => entry.key),
      );
      const hint = guess === undefined ? undefined : `Did you mean "${guess}"?`;
      const owner =
        base === undefined
          ? 'The profile extends no other, so that there is'
          : 'The profile that it extends has';
      const message = `${owner} no parameter ${quoted(key)}.`;
      diagnostics.push(errorAt(keySpan, 'unknown-parameter', message, hint));
    } else if (root !== undefined && nodeByPath(root, path)?.kind === 'scalar') {
      root = withNodeAt(root, path, value);
      set.set(path, value);
    }
  }
  if (root !== undefined && set.size > 0)
    diagnostics.push(...validate(root, 'a profile with its parameters', inheritedSchema()));
  return { root, set, diagnostics };
}

/** Values of `params` that stand nowhere in the profile, since it has its own in their place. */
export function withoutEffect(profile: DocumentNode, set: ReadonlyMap<string, DocumentNode>): Diagnostic[] {
  return [...set].flatMap(([path, value]) => {
    if (nodeByPath(profile, path) === value) return [];
    const message = `The value has no effect: the profile has its own in place of ${path}.`;
    return [errorAt(value.span, 'parameter-without-effect', message, 'Take it out of "params".')];
  });
}

/** Parameters that a profile declares must lead to a single value that a profile takes over. */
export function undeclarable(profile: DocumentNode): Diagnostic[] {
  const root = inheritable(profile);
  return entriesOf(nodeAt(profile, 'parameters')).flatMap(({ value }) => {
    const node = nodeAt(value, 'path');
    const path = textOf(node);
    if (node === undefined || path === undefined || nodeByPath(root, path)?.kind === 'scalar') return [];
    const message = `${quoted(path)} leads to no single value of SKUs, discounts, commitments, allocation, revenueShare, tax or fx.`;
    const hint = 'Write it as a difference is shown, such as skus[api-calls].price.tiers[upTo=1000].unit.';
    return [errorAt(node.span, 'unknown-path', message, hint)];
  });
}

function inheritedSchema() {
  const { $defs = {} } = publishedSchema('billing-snapshot');
  const { properties = {} } = $defs['BillingProfile'] ?? {};
  return { $defs, type: 'object' as const, properties, additionalProperties: false };
}
