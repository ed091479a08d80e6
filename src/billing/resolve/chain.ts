import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { listMember, member } from '../../lib/json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { errorAt } from '../diagnostics.ts';
import type { BillingDocument } from '../document.ts';
import type { VersionIndex } from './version-index.ts';

/** Profiles that stand behind each other by `extends`. */
const MOST_EXTENDED = 3;
/** A chain is followed no further, so that a long cycle costs nothing. */
const MOST_FOLLOWED = 10;

/** The references of a profile by `extends`, the nearest first, as far as they lead: until a cycle closes or nothing more is found. */
export function chainOf(document: BillingDocument, index: VersionIndex): readonly string[] {
  const chain: string[] = [];
  let at: BillingDocument | undefined = document;
  while (at !== undefined && chain.length < MOST_FOLLOWED) {
    const reference = textOf(nodeAt(at.root, 'extends'));
    if (reference === undefined) break;
    const found = index.find('BillingProfile', reference);
    const isClosed = chain.includes(reference);
    chain.push(reference);
    if (isClosed) break;
    if (found?.snapshot) {
      chain.push(
        ...listMember(member(found.snapshot.json, 'sources'), 'extends').filter(
          (item) => typeof item === 'string',
        ),
      );
    }
    at = found?.document ?? undefined;
  }
  return chain;
}

/** The error at `extends` of a profile that leads back to itself, names every step with its place, or is too long. */
export function chainErrors(document: BillingDocument, index: VersionIndex): Diagnostic[] {
  const node = nodeAt(document.root, 'extends');
  if (node === undefined) return [];
  const chain = chainOf(document, index);
  const self = `${document.id}@${document.version ?? ''}`;
  const end = chain.indexOf(self);
  if (end >= 0) {
    const steps = [self, ...chain.slice(0, end + 1)].map((reference) => withPlace(reference, index));
    const message = `The profile extends itself: ${steps.join(' -> ')}.`;
    return [errorAt(node.span, 'cyclic-extends', message, 'Take "extends" out of one of them.')];
  }
  if (chain.length <= MOST_EXTENDED) return [];
  const message = `The profile stands on more than ${MOST_EXTENDED} others: ${[self, ...chain].join(' -> ')}.`;
  return [errorAt(node.span, 'deep-extends', message, 'Let it extend one that stands further back.')];
}

function withPlace(reference: string, index: VersionIndex): string {
  const document = index.find('BillingProfile', reference)?.document;
  const node = nodeAt(document?.root, 'extends');
  if (node === undefined) return reference;
  return `${reference} (${node.span.source.path}, line ${node.span.source.position(node.span.start).line})`;
}
