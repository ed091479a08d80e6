import { Command, Option } from 'commander';
import { openPriceBook } from '../../../app/price-book.ts';
import { lookUpPrices } from '../../../app/prices/lookup.ts';
import { VERSION } from '../../../model/version.ts';
import { renderFound, renderFoundJson } from '../../../render/prices/lookup.ts';
import { priceBookOption } from '../../price-book.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly region?: string;
  readonly priceBook?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate prices lookup`: every price that has the given attributes. */
export function lookupCommand(): Command {
  return new Command('lookup')
    .description('Show every price that has the given attributes, each with its SKU, date and source.')
    .argument('<service>', 'such as aws/rds, google/compute; see "tollgate prices status --services"')
    .argument('[attribute...]', 'parts that the key must have, such as db.m5.large mysql; * is any text')
    .option('--region <region>', 'only this region (default: all)')
    .addOption(priceBookOption())
    .addOption(new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'))
    .addHelpText('after', EXAMPLES)
    .action((service: string, words: readonly string[], options: Options) => {
      const { region } = options;
      const found = lookUpPrices(openPriceBook(options.priceBook), {
        service,
        words,
        ...(region === undefined ? {} : { region }),
      });
      process.stdout.write(
        options.format === 'json'
          ? renderFoundJson(found, { toolVersion: VERSION })
          : renderFound(found, terminalLook(process.stdout, false, false)),
      );
      if (found.prices.length === 0) process.exitCode = 1;
    });
}

const EXAMPLES = `
Exit:    0 something fits, 1 nothing does, 2 there is no such service or region

Examples:
  tollgate prices lookup aws/rds db.m5.large mysql --region eu-west-1
  tollgate prices lookup aws/vpc 'nat-gateway*' --region us-east-1
  tollgate prices lookup google/compute n2-standard-4 --format json`;
