import type { PricesSync, SyncedList, SyncedRegion } from '../../model/prices-sync.ts';
import { safeJson } from '../json/safe.ts';
import type { JsonMeta } from '../json.ts';
import { andMore, plural } from '../plural.ts';
import type { Section } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { sectionsText } from './blocks.ts';

/** Rows of one part of the report for a person; JSON has all. */
const MOST = 40;

/** What a sync did, for a person. */
export function renderSync(sync: PricesSync, look: TerminalStyle): string {
  const { before, after, today, isDryRun, lists, regions, changes } = sync;
  const counts = (state: SyncedList['state']): number => lists.filter((list) => list.state === state).length;
  const same = before === after ? ', the same as before' : `, before ${before.slice(0, 12)}`;
  const overview: Section = {
    title: `Price book ${after.slice(0, 12)} on ${today}${same}${isDryRun ? ' (nothing was written)' : ''}`,
    blocks: [
      {
        kind: 'list',
        items: [
          `${plural(counts('read'), 'list')} read, ${counts('known')} known already, ${counts('failed')} failed`,
        ],
      },
      ...(regions.length === 0 ? [] : [regionTable(regions)]),
    ],
  };
  return sectionsText(
    [
      overview,
      ...part(
        'Largest changes',
        changes.map((one) => {
          const by = one.percent === null ? '' : ` (${one.percent} %)`;
          return `${one.provider}/${one.service} ${one.region} ${one.key}: ${one.before} → ${one.after} a ${one.unit}${by}`;
        }),
      ),
      ...part('Kept as they were', keptTexts(regions)),
      ...part('Keys without one whole price: none taken', conflictTexts(lists)),
      ...part('Rows left out', leftOutTexts(lists)),
      ...part('Failed', failedTexts(lists)),
      ...part('Not had', sync.skipped),
    ],
    look,
  );
}

function part(title: string, items: readonly string[]): Section[] {
  if (items.length === 0) return [];
  const shown = items.length > MOST ? [...items.slice(0, MOST), andMore(items.length - MOST)] : items;
  return [{ title: `${title}: ${items.length}`, blocks: [{ kind: 'list', items: shown }] }];
}

function regionTable(regions: readonly SyncedRegion[]): Section['blocks'][number] {
  const figures = ['unchanged', 'changed', 'added', 'vanished', 'conflicts', 'beyondRules'] as const;
  return {
    kind: 'table',
    columns: [
      { title: 'service' },
      { title: 'region' },
      ...['unchanged', 'changed', 'new', 'vanished', 'conflicts', 'not sought'].map((title) => ({
        title,
        align: 'right' as const,
      })),
      { title: '' },
    ],
    rows: regions.map((one) => [
      `${one.provider}/${one.service}`,
      one.region,
      ...figures.map((name) => String(one[name])),
      one.kept === null ? 'taken' : 'kept',
    ]),
  };
}

function keptTexts(regions: readonly SyncedRegion[]): string[] {
  return regions.flatMap(({ provider, service, region, kept }) =>
    kept === null ? [] : [`${provider}/${service} ${region}: ${kept}`],
  );
}

function conflictTexts(lists: readonly SyncedList[]): string[] {
  return lists.flatMap(({ provider, conflicts }) =>
    conflicts.map(
      ({ service, region, key, prices }) => `${provider}/${service} ${region} ${key}: ${prices.join('; ')}`,
    ),
  );
}

function leftOutTexts(lists: readonly SyncedList[]): string[] {
  return lists.flatMap((list) =>
    list.leftOut.map(
      ({ reason, rows, examples }) =>
        `${nameOf(list)}: ${plural(rows, 'row')}, ${reason}, such as ${examples[0] ?? ''}`,
    ),
  );
}

/** One text for all lists of a provider that failed in the same way, such as for want of a network. */
function failedTexts(lists: readonly SyncedList[]): string[] {
  const byProblem = new Map<string, SyncedList[]>();
  for (const list of lists) {
    if (list.problem === null) continue;
    const same = `${list.provider}\n${list.problem}`;
    byProblem.set(same, [...(byProblem.get(same) ?? []), list]);
  }
  return [...byProblem.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${plural(others.length, 'other list')}`;
    return [`${nameOf(first)}${more}: ${first.problem ?? ''}`];
  });
}

function nameOf({ provider, offer, region }: SyncedList): string {
  return `${provider} ${offer}${region === '*' ? '' : ` in ${region}`}`;
}

/** The same as JSON by `schema/prices-sync.schema.json`. */
export function renderSyncJson(sync: PricesSync, meta: JsonMeta): string {
  return safeJson({ schemaVersion: '1', tool: { name: 'tollgate', version: meta.toolVersion }, ...sync });
}
