/** Columns of usage that a query reads, by the names of the usage contract: how the query calls them, and what they are. */
const COLUMNS = {
  ChargePeriodStart: ['started', 'instant'],
  SubAccountType: ['customer_type', 'text'],
  SubAccountId: ['customer', 'text'],
  SkuId: ['sku', 'text'],
  x_Meter: ['meter', 'text'],
  ConsumedQuantity: ['quantity', 'decimal'],
  ConsumedUnit: ['unit', 'text'],
  x_EventId: ['event_id', 'text'],
  x_EventCount: ['event_count', 'whole'],
  x_EventAmount: ['event_amount', 'decimal'],
  BillingCurrency: ['currency', 'text'],
  x_UniqueValue: ['unique_value', 'text'],
  x_ReceivedAt: ['received', 'instant'],
  EffectiveCost: ['cost', 'decimal'],
  x_Jurisdiction: ['jurisdiction', 'text'],
  x_Pool: ['pool', 'text'],
} as const;

export type QueryColumn = keyof typeof COLUMNS;

export const QUERY_COLUMNS = Object.keys(COLUMNS) as readonly QueryColumn[];

/** Where a table has them, by the name that the table has for them. */
export type ColumnNames = Readonly<Partial<Record<QueryColumn, string>>>;

const REQUIRED: readonly QueryColumn[] = [
  'ChargePeriodStart',
  'SubAccountId',
  'ConsumedQuantity',
  'ConsumedUnit',
];

export interface SourceColumn {
  /** What the rest of the query calls it. */
  readonly alias: string;
  readonly type: 'text' | 'decimal' | 'whole' | 'instant';
  /** Of the table's column; null: the table has none, and it is empty. */
  readonly name: string | null;
}

/**
 * All columns in order. Those that usage must have are looked for under their own names unless they are named, `SkuId` where no
 * `x_Meter` is named; of the others only those that are named are read.
 */
export function sourceColumns(names: ColumnNames): readonly SourceColumn[] {
  const needed = names.SkuId === undefined && names.x_Meter === undefined ? [...REQUIRED, 'SkuId'] : REQUIRED;
  return QUERY_COLUMNS.map((column) => {
    const [alias, type] = COLUMNS[column];
    return { alias, type, name: names[column] ?? (needed.includes(column) ? column : null) };
  });
}
