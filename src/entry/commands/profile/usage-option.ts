import { Option } from 'commander';
import { append } from '../../repeatable.ts';

/** The option for files with recorded usage. */
export function usageOption(fallback = '"billing.usage" of tollgate.yml'): Option {
  return new Option(
    '--usage <file>',
    'recorded usage: CSV, JSON lines, also with .gz, or Parquet; repeatable',
  )
    .argParser(append)
    .default([], fallback);
}

/** The option for what reads them. */
export function readerOption(): Option {
  return new Option('--reader <name>', 'what reads usage files')
    .choices(['auto', 'built-in', 'duckdb'])
    .default('auto');
}
