import { Command, Option } from 'commander';
import { openPriceBook } from '../../../app/price-book.ts';
import { verifyPrices } from '../../../app/prices/verify.ts';
import { openCatalog } from '../../../estimate/catalog/catalog.ts';
import { VERSION } from '../../../model/version.ts';
import { renderVerification, renderVerificationJson } from '../../../render/prices/verify.ts';
import { priceBookOption } from '../../price-book.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly priceBook?: string;
  readonly details?: boolean;
  readonly format: 'terminal' | 'json';
}

/** `tollgate prices verify`: whether every query of the catalog finds exactly one price. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Hold every price query of the catalog against the book, in every region.')
    .option('--details', 'list the regions where a price is missing, too')
    .addOption(priceBookOption())
    .addOption(new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'))
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => {
      const found = verifyPrices(openPriceBook(options.priceBook), openCatalog());
      process.stdout.write(
        options.format === 'json'
          ? renderVerificationJson(found, { toolVersion: VERSION })
          : renderVerification(found, terminalLook(process.stdout, false, options.details === true)),
      );
      if (found.exceptions.some(({ problem }) => problem === 'another unit')) process.exitCode = 1;
    });
}

const EXAMPLES = `
A query with * stands for values that a definition gives, such as an instance type; it is answered in a region when one of its
keys is. Where several prices fit, an estimate says "unknown" and names them: it never takes the first or the smallest.

Exit:    0, or 1 when a price has another unit than its line

Examples:
  tollgate prices verify
  tollgate prices verify --details --price-book ./book
  tollgate prices verify --format json`;
