import { itemsOf, nodeAt, textOf } from '../config/yaml/access.ts';
import { quoted } from '../config/yaml/wording.ts';
import { firstDiagnostics } from '../config/yaml/first.ts';
import { compareInstants } from '../lib/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentNode } from '../model/node.ts';
import { errorAt } from './diagnostics.ts';
import type { BillingDocument } from './document.ts';

interface Binding {
  readonly file: string;
  readonly node: DocumentNode;
  readonly name: string;
  readonly from: string;
  /** Undefined: it has no end. */
  readonly to: string | undefined;
}

/**
 * Customers that are bound to two profiles at one instant in one environment, over all files: nobody could tell which
 * holds. An error at both bindings, so that the file that a pull request adds has it whatever its name.
 */
export function doubleBindings(documents: readonly BillingDocument[]): readonly Diagnostic[] {
  const customers = grouped(documents.flatMap(bindingsOf), ({ name }) => name);
  const found = customers.flatMap(overlaps).flatMap(([a, b]) => [overlap(a, b), overlap(b, a)]);
  return grouped(found, ({ source }) => source?.file ?? '').flatMap(firstDiagnostics);
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function bindingsOf({ root, file }: BillingDocument): Binding[] {
  const environment = textOf(nodeAt(root, 'environment')) ?? '';
  return itemsOf(nodeAt(root, 'bindings')).map((node) => {
    const [type = '', id = '', from = '', to] = ['type', 'id', 'from', 'to'].map((key) =>
      textOf(nodeAt(node, key)),
    );
    return { file, node, name: `${environment} ${type} ${quoted(id)}`, from, to };
  });
}

/** Each binding that begins while another holds, with the one that holds longest. */
function overlaps(bindings: readonly Binding[]): (readonly [Binding, Binding])[] {
  const [first, ...others] = bindings.toSorted((a, b) => compareInstants(a.from, b.from));
  if (first === undefined) return [];
  let longest = first;
  const found: (readonly [Binding, Binding])[] = [];
  for (const binding of others) {
    if (longest.to === undefined || compareInstants(binding.from, longest.to) < 0)
      found.push([longest, binding]);
    if (longest.to === undefined) continue;
    if (binding.to === undefined || compareInstants(binding.to, longest.to) > 0) longest = binding;
  }
  return found;
}

function overlap(binding: Binding, other: Binding): Diagnostic {
  const { line } = other.node.span.source.position(other.node.span.start);
  const message = `The ${binding.name} is bound at the same time in ${other.file}, line ${line}.`;
  return errorAt(
    binding.node.span,
    'bound-twice',
    message,
    'End one of them ("to") before the other begins.',
  );
}
