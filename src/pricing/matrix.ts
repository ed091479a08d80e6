import { byCodePoint } from '../lib/order.ts';
import { cellAt, startOfCell } from './cells.ts';
import type { PriceList, ShardFile } from './format.ts';

/** The price of a key in one region, as the texts of a shard hold it. */
export interface Cell {
  /** See ShardFile.prices. */
  readonly tiers: string;
  /** Empty when none is known. */
  readonly sku: string;
  readonly list: PriceList;
}

interface Row {
  unit: string;
  prices: string;
  listOf: string;
  skus: string;
}

/** What a shard is of. */
export type ShardName = Pick<ShardFile, 'provider' | 'service' | 'currency' | 'option'>;

/**
 * A shard that can be changed cell by cell. Its rows stay the texts that they are in the file: as objects, the cells of the
 * largest shards would take a hundred times the room.
 */
export class Matrix {
  readonly name: ShardName;
  readonly #columns: string[];
  readonly #lists: string[];
  readonly #rows: Map<string, Row>;
  readonly #indexes = new WeakMap<PriceList, string>();

  constructor(name: ShardName) {
    this.name = name;
    this.#columns = [];
    this.#lists = [];
    this.#rows = new Map();
  }

  static of(file: ShardFile): Matrix {
    const { provider, service, currency, option } = file;
    const base = { provider, service, currency };
    const matrix = new Matrix(option === undefined ? base : { ...base, option });
    matrix.#columns.push(...file.regions);
    matrix.#lists.push(...file.lists.map(listText));
    file.keys.forEach((key, index) => {
      const [unit = '', prices = '', listOf = '', skus = ''] = [
        file.units[index],
        file.prices[index],
        file.listOf[index],
        file.skus[index],
      ];
      matrix.#rows.set(key, { unit, prices, listOf, skus });
    });
    return matrix;
  }

  /** The unit of a key that has a price in some region. */
  unit(key: string): string | undefined {
    const row = this.#rows.get(key);
    return row === undefined || isEmpty(row.prices) ? undefined : row.unit;
  }

  /** The price of each key of a region. */
  *cells(region: string): Generator<readonly [string, Cell]> {
    const column = this.#columns.indexOf(region);
    if (column === -1) return;
    const lists = this.#lists.map((text) => JSON.parse(text) as PriceList);
    for (const [key, { prices, listOf, skus }] of this.#rows) {
      const tiers = cellAt(prices, column);
      const list = lists[Number(listOf.includes(',') ? cellAt(listOf, column) : listOf)];
      if (tiers !== '' && list !== undefined) yield [key, { tiers, sku: cellAt(skus, column), list }];
    }
  }

  /** Sets the price of a key in a region; undefined takes it away. A key without any other price may take another unit. */
  set(key: string, unit: string, region: string, cell: Cell | undefined): void {
    const column = indexIn(this.#columns, region);
    const row = this.#rows.get(key) ?? { unit, prices: '', listOf: '', skus: '' };
    if (isEmpty(row.prices)) row.unit = unit;
    row.listOf = withCell(listForEach(row), column, cell === undefined ? '' : this.#listIndex(cell.list));
    row.prices = withCell(row.prices, column, cell?.tiers ?? '');
    row.skus = withCell(row.skus, column, cell?.sku ?? '');
    this.#rows.set(key, row);
  }

  /** Lists are few and cells many: each list is turned into its text once. */
  #listIndex(list: PriceList): string {
    const known = this.#indexes.get(list) ?? String(indexIn(this.#lists, listText(list)));
    this.#indexes.set(list, known);
    return known;
  }

  /** The newest date of a region's prices; empty where it has none. */
  newest(region: string): string {
    let newest = '';
    for (const [, { list }] of this.cells(region)) if (list.asOf > newest) newest = list.asOf;
    return newest;
  }

  /** The shard. One content has one text: regions, lists and keys are sorted, and what has no price is left out. */
  file(): ShardFile {
    const rows = [...this.#rows]
      .filter(([, { prices }]) => !isEmpty(prices))
      .sort(([a], [b]) => byCodePoint(a, b));
    const [columns, lists] = [new Set<number>(), new Set<number>()];
    for (const [, { prices, listOf }] of rows) {
      const own = listOf.split(',');
      prices.split(',').forEach((tiers, column) => {
        if (tiers === '') return;
        columns.add(column);
        lists.add(Number(own.length === 1 ? own[0] : own[column]));
      });
    }
    const order = sortedBy([...columns], this.#columns);
    const listOrder = sortedBy([...lists], this.#lists);
    const place = new Map(listOrder.map((list, index) => [String(list), String(index)]));
    const arranged = (row: string): string[] => {
      const cells = row.split(',');
      return order.map((column) => cells[column] ?? '');
    };
    return {
      version: 1,
      ...this.name,
      regions: order.map((column) => this.#columns[column] ?? ''),
      lists: listOrder.map((list) => JSON.parse(this.#lists[list] ?? '') as PriceList),
      keys: rows.map(([key]) => key),
      units: rows.map(([, { unit }]) => unit),
      prices: rows.map(([, { prices }]) => arranged(prices).join(',')),
      listOf: rows.map(([, row]) =>
        oneForAll(arranged(listForEach(row)).map((list) => place.get(list) ?? '')),
      ),
      skus: rows.map(([, { skus }]) => (isEmpty(skus) ? '' : arranged(skus).join(','))),
    };
  }
}

/** A list as the text that it is sorted by: date first, then source. */
function listText({ asOf, source, quality }: PriceList): string {
  return JSON.stringify({ asOf, source, ...(quality === undefined ? {} : { quality }) });
}

/** The place of a text in a list, at whose end it is put when it is not there. */
function indexIn(list: string[], text: string): number {
  const found = list.indexOf(text);
  return found === -1 ? list.push(text) - 1 : found;
}

function sortedBy(indexes: readonly number[], texts: readonly string[]): number[] {
  return [...indexes].sort((a, b) => byCodePoint(texts[a] ?? '', texts[b] ?? ''));
}

/** An index for each cell, where one alone stands for all. */
function listForEach({ prices, listOf }: Row): string {
  if (listOf.includes(',')) return listOf;
  return prices
    .split(',')
    .map((tiers) => (tiers === '' ? '' : listOf))
    .join(',');
}

/** One index in the place of a row that has no other. */
function oneForAll(indexes: readonly string[]): string {
  const used = new Set(indexes.filter((index) => index !== ''));
  const [only = ''] = used;
  return used.size === 1 ? only : indexes.join(',');
}

function isEmpty(row: string): boolean {
  return !/[^,]/.test(row);
}

/** The row with another text in one of its cells; commas are added for columns that it does not have. */
function withCell(row: string, column: number, text: string): string {
  const start = startOfCell(row, column);
  if (start === -1) return text === '' ? row : row + ','.repeat(column - row.split(',').length + 1) + text;
  const end = row.indexOf(',', start);
  return row.slice(0, start) + text + (end === -1 ? '' : row.slice(end));
}
