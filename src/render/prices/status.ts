import type { PricesStatus } from '../../model/prices.ts';
import { safeJson } from '../json/safe.ts';
import { type Section, toned } from '../report/document.ts';
import type { TerminalStyle } from '../terminal.ts';
import { sectionsText } from './blocks.ts';
import type { JsonMeta } from '../json.ts';

/** What a book holds, for a person; each service too when `services` is set. */
export function renderStatus(status: PricesStatus, look: TerminalStyle, services: boolean): string {
  const { id, today, currency, providers } = status;
  const overview: Section = {
    title: `Price book ${id.slice(0, 12)} on ${today}, list prices in ${currency}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'provider' },
          ...['services', 'regions', 'prices'].map((title) => ({ title, align: 'right' as const })),
          { title: 'half are of' },
          { title: 'oldest' },
          { title: 'newest' },
          { title: 'age', align: 'right' },
          { title: '' },
        ],
        rows: providers.map((one) => [
          one.provider,
          String(one.services),
          String(one.regions),
          String(one.prices),
          one.asOf,
          one.oldest,
          one.newest,
          `${one.ageDays} days`,
          one.oldAfterDays !== null && one.ageDays > one.oldAfterDays ? toned('old', 'bad') : toned('ok', 'good'),
        ]),
      },
      ...(status.warnings.length === 0 ? [] : [{ kind: 'list' as const, items: status.warnings }]),
    ],
  };
  const more: Section = {
    title: 'Services',
    blocks: status.providers.map(({ provider }) => serviceTable(status, provider)),
  };
  return sectionsText(services ? [overview, more] : [overview], look);
}

function serviceTable({ services }: PricesStatus, provider: string): Section['blocks'][number] {
  return {
    kind: 'table',
    columns: [
      { title: 'service' },
      { title: 'option' },
      ...['regions', 'keys', 'prices'].map((title) => ({ title, align: 'right' as const })),
      { title: 'oldest' },
      { title: 'newest' },
    ],
    rows: services
      .filter((one) => one.provider === provider)
      .map((one) => [
        `${one.provider}/${one.service}`,
        one.option,
        String(one.regions),
        String(one.keys),
        String(one.prices),
        one.oldest,
        one.newest,
      ]),
  };
}

/** The same as JSON by `schema/prices.schema.json`. */
export function renderStatusJson(status: PricesStatus, meta: JsonMeta): string {
  return safeJson({
    schemaVersion: '1',
    tool: { name: 'tollgate', version: meta.toolVersion },
    ...status,
  });
}
