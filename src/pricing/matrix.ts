import { byCodePoint } from '../lib/order.ts';
import type { PriceList, ShardFile } from './format.ts';

/** The price of a key in one region, as the texts of a shard hold it. */
export interface Cell {
  /** See ShardFile.prices. */
  readonly tiers: string;
  /** Empty when none is known. */
  readonly sku: string;
  readonly list: PriceList;
}

/** All prices of a key. */
export interface MatrixRow {
  unit: string;
  readonly cells: Map<string, Cell>;
}

/** A shard that can be changed: rows by key, cells by region. */
export interface Matrix extends Pick<ShardFile, 'provider' | 'service' | 'currency' | 'option'> {
  readonly rows: Map<string, MatrixRow>;
}

/** The cells of a shard; empty ones are not there. */
export function readMatrix(file: ShardFile): Matrix {
  const { provider, service, currency, option } = file;
  const rows = file.keys.map((key, row): [string, MatrixRow] => {
    const lists = (file.listOf[row] ?? '').split(',');
    const skus = (file.skus[row] ?? '').split(',');
    const cells = (file.prices[row] ?? '').split(',').flatMap((tiers, column): [string, Cell][] => {
      const region = file.regions[column];
      const list = file.lists[Number(lists.length === 1 ? lists[0] : lists[column])];
      if (tiers === '' || region === undefined || list === undefined) return [];
      return [[region, { tiers, sku: skus[column] ?? '', list }]];
    });
    return [key, { unit: file.units[row] ?? '', cells: new Map(cells) }];
  });
  const base = { provider, service, currency, rows: new Map(rows) };
  return option === undefined ? base : { ...base, option };
}

/** The shard of a matrix. One matrix has one text: regions, lists and keys are sorted, and rows without a price left out. */
export function writeMatrix(matrix: Matrix): ShardFile {
  const rows = [...matrix.rows]
    .filter(([, { cells }]) => cells.size > 0)
    .sort(([a], [b]) => byCodePoint(a, b));
  const regions = new Set<string>();
  const texts = new Map<PriceList, string>();
  for (const [, { cells }] of rows) {
    for (const [region, { list }] of cells) {
      regions.add(region);
      if (!texts.has(list)) texts.set(list, listText(list));
    }
  }
  const columns = [...regions].sort(byCodePoint);
  const lists = [...new Set(texts.values())].sort(byCodePoint);
  const indexes = new Map(lists.map((text, index) => [text, String(index)]));
  const joined = (cellText: (cell: Cell) => string): string[] =>
    rows.map(([, { cells }]) =>
      columns
        .map((region) => cells.get(region))
        .map((cell) => (cell === undefined ? '' : cellText(cell)))
        .join(','),
    );
  const { provider, service, currency, option } = matrix;
  return {
    version: 1,
    provider,
    service,
    currency,
    ...(option === undefined ? {} : { option }),
    regions: columns,
    lists: lists.map((text) => JSON.parse(text) as PriceList),
    keys: rows.map(([key]) => key),
    units: rows.map(([, { unit }]) => unit),
    prices: joined(({ tiers }) => tiers),
    listOf: joined(({ list }) => indexes.get(texts.get(list) ?? '') ?? '').map(oneForAll),
    skus: joined(({ sku }) => sku).map((row) => (/[^,]/.test(row) ? row : '')),
  };
}

/** A list as the text that it is sorted by: date first, then source. */
function listText({ asOf, source, quality }: PriceList): string {
  return JSON.stringify({ asOf, source, ...(quality === undefined ? {} : { quality }) });
}

/** One index in the place of a row that has no other. */
function oneForAll(row: string): string {
  const used = new Set(row.split(',').filter((index) => index !== ''));
  const [only = ''] = used;
  return used.size === 1 ? only : row;
}
