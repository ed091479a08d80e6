import { Option } from 'commander';

/** `--price-book DIR`, or the environment variable. */
export function priceBookOption(): Option {
  return new Option(
    '--price-book <dir>',
    'a book that "tollgate prices sync" wrote (default: the one that ships)',
  ).env('TOLLGATE_PRICE_BOOK');
}
