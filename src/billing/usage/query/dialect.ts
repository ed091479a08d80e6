/** Ways to write SQL that the five warehouses differ in. */
export interface Dialect {
  /** An identifier, quoted so that any name is one name. */
  name(text: string): string;
  text(value: string): string;
  /** An instant, given in epoch milliseconds. */
  instant(at: number): string;
  readonly types: {
    readonly text: string;
    readonly decimal: string;
    readonly whole: string;
    readonly instant: string;
  };
  /** The begin of the part of time that an instant lies in, in UTC. */
  truncate(granularity: Granularity, expression: string): string;
  /** An instant so many seconds later. */
  later(expression: string, seconds: number): string;
  /** An instant as text: `2026-03-01T00:00:00Z`. */
  shown(expression: string): string;
}

/** How long a row of the aggregate is at most: as long as can be without a bound of the profiles inside. */
export type Granularity = 'day' | 'hour' | 'minute';

export const DIALECTS = ['bigquery', 'snowflake', 'athena', 'trino', 'duckdb'] as const;

export type DialectName = (typeof DIALECTS)[number];

const doubled = (quote: string, text: string): string =>
  `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;

/** `2026-03-01 00:00:00.000`, as SQL writes instants. */
const plain = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '');

/** SQL as the standard has it; date functions as in Trino. Athena speaks the same: its engine 3 is a Trino. */
const trino: Dialect = {
  name: (text) => doubled('"', text),
  text: oneLine,
  instant: (at) => `TIMESTAMP '${plain(at)}'`,
  types: { text: 'VARCHAR', decimal: 'DECIMAL(38, 18)', whole: 'BIGINT', instant: 'TIMESTAMP' },
  truncate: (granularity, expression) => `DATE_TRUNC('${granularity}', ${expression})`,
  later: (expression, seconds) => `${expression} + INTERVAL '${seconds}' SECOND`,
  shown: (expression) => `DATE_FORMAT(${expression}, '%Y-%m-%dT%H:%i:%sZ')`,
};

/** Quoted names and texts know the escapes of a backslash; BIGNUMERIC has 38 digits before the point and after it. */
const bigquery: Dialect = {
  name: (text) => `\`${escaped(text).replaceAll('`', '\\`')}\``,
  text: (value) => `'${escaped(value).replaceAll("'", "\\'")}'`,
  instant: (at) => `TIMESTAMP '${plain(at)}+00'`,
  types: { text: 'STRING', decimal: 'BIGNUMERIC', whole: 'INT64', instant: 'TIMESTAMP' },
  truncate: (granularity, expression) =>
    `TIMESTAMP_TRUNC(${expression}, ${granularity.toUpperCase()}, 'UTC')`,
  later: (expression, seconds) => `TIMESTAMP_ADD(${expression}, INTERVAL ${seconds} SECOND)`,
  shown: (expression) => `FORMAT_TIMESTAMP('%Y-%m-%dT%H:%M:%SZ', ${expression}, 'UTC')`,
};

/** A text in single quotes knows the escapes of a backslash, a quoted name does not. */
const snowflake: Dialect = {
  ...trino,
  text: (value) => doubled("'", escaped(value)),
  instant: (at) => `CAST('${plain(at)}' AS TIMESTAMP_NTZ)`,
  types: { text: 'VARCHAR', decimal: 'NUMBER(38, 18)', whole: 'NUMBER(38, 0)', instant: 'TIMESTAMP_NTZ' },
  later: (expression, seconds) => `DATEADD(SECOND, ${seconds}, ${expression})`,
  shown: (expression) => `TO_CHAR(${expression}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
};

const duckdb: Dialect = { ...trino, shown: (expression) => `STRFTIME(${expression}, '%Y-%m-%dT%H:%M:%SZ')` };

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  ...{ bigquery, snowflake, trino, duckdb },
  athena: trino,
};

/** A text without line breaks of its own: the query is indented by its lines. */
function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => doubled("'", line));
  return lines.length === 1 ? lines.join() : `(${lines.join(' || CHR(10) || ')})`;
}

/** A backslash and the control characters that would end a text, written as escapes. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
