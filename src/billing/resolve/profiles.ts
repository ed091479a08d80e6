import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants } from '../../lib/calendar.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Lifecycle } from '../../model/billing/terms.ts';
import type { DocumentNode } from '../../model/node.ts';
import { rangeOf, type SourceRange } from '../../model/source.ts';
import type { BillingDocument } from '../document.ts';
import { contentHash } from '../snapshot/hash.ts';
import { termsHash } from '../snapshot/rating-content.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { ExchangeTables } from './exchange.ts';
import { nodesByPath } from './node-paths.ts';
import { resolvedJson } from './resolved-json.ts';
import type { Cohort, ResolvedProfile } from './resolved-profile.ts';
import type { Resolved } from './resolver.ts';
import { termsOf } from './terms.ts';

/** A profile of a file, resolved. */
export function profileOfFile(
  document: BillingDocument,
  { root, chain, rateCard }: Resolved,
  exchange: ExchangeTables,
): ResolvedProfile {
  const sources = {
    ...(chain.length === 0 ? {} : { extends: chain }),
    ...(rateCard === null ? {} : { rateCard }),
  };
  const content = resolvedJson(root, 'BillingProfile');
  const json: JsonObject = Object.keys(sources).length === 0 ? content : { ...content, sources };
  const terms = exchange.given(termsOf(json, document.lifecycle as Lifecycle));
  const sha256 = contentHash(json);
  const { file } = document;
  const rollout = cohortsOf(document.root);
  return {
    terms,
    json,
    sha256,
    termsSha256: termsHash(terms),
    document,
    file,
    rollout,
    place: placesIn(root),
  };
}

/** A profile of a snapshot: it was published. `rollout` is what the lock file says of it. */
export function profileOfSnapshot(
  snapshot: Snapshot,
  rollout: readonly Cohort[],
  exchange: ExchangeTables,
): ResolvedProfile {
  const { json, sha256, termsSha256, path } = snapshot;
  const start = { line: 1, column: 1 };
  return {
    terms: exchange.given(termsOf(json, 'published')),
    ...{ json, sha256, termsSha256, document: null, file: path, rollout },
    place: () => ({ file: path, start, end: start }),
  };
}

/** The shares of a rollout by date. */
function cohortsOf(root: DocumentNode): Cohort[] {
  const cohorts = itemsOf(nodeAt(root, 'rollout', 'cohorts')).map((cohort) => ({
    percent: textOf(nodeAt(cohort, 'percent')) ?? '',
    from: textOf(nodeAt(cohort, 'from')) ?? '',
  }));
  return cohorts.sort((a, b) => compareInstants(a.from, b.from));
}

/** Finds places by path; the paths are listed when the first one is asked for. */
function placesIn(root: DocumentNode): (path: string) => SourceRange {
  let nodes: ReadonlyMap<string, DocumentNode> | undefined;
  return (path) => {
    nodes ??= nodesByPath(root);
    for (let at = path; at !== ''; at = parentOf(at)) {
      const node = nodes.get(at);
      if (node !== undefined) return rangeOf(node.span);
    }
    return rangeOf(root.span);
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}
