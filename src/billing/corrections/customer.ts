import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import type { ResolvedProfile } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { covers, type HeldVersions } from './held.ts';

export interface Customer {
  readonly type: string;
  readonly id: string;
}

/** A hint names no more times in which a version held. */
const MOST_NAMED = 3;

/**
 * The customer that `binding` of a line names: by the id, or by type and id with a blank between them. An error where nobody is, or
 * several are, and where the version did not hold for the customer in all of the line's time.
 */
export function customerOf(
  line: DocumentNode,
  profile: ResolvedProfile,
  held: HeldVersions,
): Customer | Diagnostic {
  const node = nodeAt(line, 'binding') ?? line;
  const name = textOf(node) ?? '';
  const [first = '', second] = name.split(' ', 2);
  const id = second ?? first;
  const types = [...held.typesOf(profile, id)].filter((type) => second === undefined || type === first);
  const [type, other] = types;
  if (type === undefined) {
    if (held.isInDoubt) return inDoubt(node);
    const message = `Nobody is bound as ${quoted(name)} in ${profile.terms.environment}.`;
    return errorAt(node.span, 'unknown-binding', message, 'Write the id of a binding as it stands there.');
  }
  if (other !== undefined) {
    const message = `${quoted(name)} is the id of customers of several types: ${types.join(', ')}.`;
    return errorAt(node.span, 'unknown-binding', message, `Write the type before it: "${type} ${name}".`);
  }
  return outside(line, { type, id }, profile, held) ?? { type, id };
}

/** The error of a time in which the version did not hold for the customer throughout. */
function outside(
  line: DocumentNode,
  { type, id }: Customer,
  profile: ResolvedProfile,
  held: HeldVersions,
): Diagnostic | undefined {
  const [from = '', to = ''] = ['from', 'to'].map((key) => textOf(nodeAt(line, key)));
  const spans = held.spansOf(profile, type, id);
  if (covers(spans, from, to)) return undefined;
  const node = nodeAt(line, 'from') ?? line;
  if (held.isInDoubt) return inDoubt(node);
  const version = referenceTo(profile.terms);
  const message = `${version} did not hold for the ${type} ${quoted(id)} from ${from} to ${to}.`;
  const times = spans
    .slice(0, MOST_NAMED)
    .map((span) => (span.to === null ? `from ${span.from}` : `from ${span.from} to ${span.to}`));
  const more = spans.length > MOST_NAMED ? `, and ${spans.length - MOST_NAMED} times more` : '';
  const hint =
    spans.length === 0
      ? 'It never held for this customer: name the version that did.'
      : `It held ${times.join(' and ')}${more}.`;
  return errorAt(node.span, 'correction-outside', message, hint);
}

/** Only follows from the errors of another file: who is bound may stand there. */
function inDoubt(node: DocumentNode): Diagnostic {
  const message = 'Nobody can tell what held for the customer: a billing file could not be read.';
  return errorAt(node.span, 'unread-reference', message, 'See the errors of that file.');
}
