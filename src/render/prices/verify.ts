import type { PricesVerification, VerificationException } from '../../model/prices.ts';
import { safeJson } from '../json/safe.ts';
import type { JsonMeta } from '../json.ts';
import type { Section } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { sectionsText } from './blocks.ts';

const PROBLEMS: readonly (readonly [VerificationException['problem'], string])[] = [
  ['another unit', 'Answered in another unit than the line says: a fault of the catalog'],
  ['several', 'Several prices, when the definition leaves a value open'],
  ['in no region', 'In no region of the book'],
  ['not in all regions', 'Not in all regions'],
];

/** What each query of the catalog finds, for a person; regions where a price is missing are listed with `details`. */
export function renderVerification(found: PricesVerification, look: TerminalStyle): string {
  const overview: Section = {
    title: `The catalog against price book ${found.id.slice(0, 12)}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'provider' },
          ...['types', 'queries', 'in no region', 'others × regions', 'exactly one', 'none', 'several'].map((title) => ({
            title,
            align: 'right' as const,
          })),
        ],
        rows: found.providers.map(({ provider, types, queries, nowhere, one, none, several }) =>
          [provider, types, queries, nowhere, one + none + several, one, none, several].map(String),
        ),
      },
    ],
  };
  const parts = PROBLEMS.flatMap(([problem, title]): Section[] => {
    const rows = found.exceptions.filter((one) => one.problem === problem);
    const isShown = rows.length > 0 && (problem !== 'not in all regions' || look.details === true);
    return isShown ? [{ title: `${title}: ${rows.length}`, blocks: [exceptionTable(rows)] }] : [];
  });
  return sectionsText([overview, ...parts], look);
}

function exceptionTable(rows: readonly VerificationException[]): Section['blocks'][number] {
  return {
    kind: 'table',
    columns: [{ title: 'service' }, { title: 'key' }, { title: 'asked by' }, { title: 'where' }],
    rows: rows.map(({ provider, service, key, askedBy, problem, where, candidates }) => [
      `${provider}/${service}`,
      key,
      askedBy.length > 2 ? `${askedBy[0] ?? ''} and ${askedBy.length - 1} more` : askedBy.join(', '),
      problem === 'in no region' && where.length > 1 ? '–' : [...where, ...candidates].join(', '),
    ]),
  };
}

/** The same as JSON by `schema/prices.schema.json`, with all exceptions. */
export function renderVerificationJson(found: PricesVerification, meta: JsonMeta): string {
  return safeJson({
    schemaVersion: '1',
    tool: { name: 'tollgate', version: meta.toolVersion },
    priceBook: { id: found.id },
    providers: found.providers,
    exceptions: found.exceptions,
  });
}
