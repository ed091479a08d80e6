import { UserError } from '../../../lib/errors.ts';

/** The form of a usage file, by its name. */
export interface UsageFormat {
  readonly rows: 'csv' | 'json-lines' | 'parquet';
  readonly isPacked: boolean;
}

const ENDINGS: Readonly<Record<string, UsageFormat['rows']>> = {
  csv: 'csv',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  parquet: 'parquet',
};

/** The form of a file. Throws UserError for a name that tells none. */
export function formatOf(name: string): UsageFormat {
  const match = /\.([a-z]+)(\.gz)?$/i.exec(name);
  const rows = ENDINGS[match?.[1]?.toLowerCase() ?? ''];
  const isPacked = match?.[2] !== undefined;
  if (rows === undefined || (rows === 'parquet' && isPacked))
    throw new UserError(`${name} is no usage file by its name.`, {
      place: { file: name },
      hint: 'Usage files end in .csv or .jsonl (also with .gz), or in .parquet.',
    });
  return { rows, isPacked };
}
