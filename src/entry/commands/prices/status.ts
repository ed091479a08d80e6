import { Command, Option } from 'commander';
import { instant } from '../../../app/check/instant.ts';
import { openPriceBook } from '../../../app/price-book.ts';
import { pricesStatus } from '../../../app/prices/status.ts';
import { VERSION } from '../../../model/version.ts';
import { renderStatus, renderStatusJson } from '../../../render/prices/status.ts';
import { priceBookOption } from '../../price-book.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly priceBook?: string;
  readonly services?: boolean;
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate prices status`: what the book holds and how old it is. */
export function statusCommand(): Command {
  return new Command('status')
    .description('Say what the price book holds, and how old it is.')
    .option('--services', 'each service too')
    .addOption(priceBookOption())
    .option('--now <instant>', 'reckon ages as of this instant, such as 2026-11-01T00:00:00Z (default: now)')
    .addOption(new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'))
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => {
      const status = pricesStatus(openPriceBook(options.priceBook), instant(options.now).slice(0, 10));
      process.stdout.write(
        options.format === 'json'
          ? renderStatusJson(status, { toolVersion: VERSION })
          : renderStatus(status, terminalLook(process.stdout, false, false), options.services === true),
      );
    });
}

const EXAMPLES = `
Prices are called old after 90 days (google), 180 (azure) and 365 (aws).

Examples:
  tollgate prices status
  tollgate prices status --services --format json
  tollgate prices status --price-book ./book`;
