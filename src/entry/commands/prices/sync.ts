import { Command, Option } from 'commander';
import { instant } from '../../../app/check/instant.ts';
import { syncProgress } from '../../../app/prices/sync-progress.ts';
import { pricesSync } from '../../../app/prices-sync.ts';
import type { PricesSync } from '../../../model/prices-sync.ts';
import { VERSION } from '../../../model/version.ts';
import { renderSync, renderSyncJson } from '../../../render/prices/sync.ts';
import { keepHeapSmall } from '../../heap.ts';
import { terminalLook } from '../../terminal.ts';

interface Options {
  readonly provider: readonly string[];
  readonly region: readonly string[];
  readonly service: readonly string[];
  readonly repo: string;
  readonly out?: string;
  readonly sinceBook?: string;
  readonly dryRun?: boolean;
  readonly acceptVanished?: boolean;
  readonly googleKeyEnv: string;
  readonly now?: string;
  readonly format: 'terminal' | 'json';
}

/** `tollgate prices sync`: bring a book up to date from the clouds' own lists. The only command for which prices are fetched. */
export function syncCommand(): Command {
  return new Command('sync')
    .description("Bring a price book up to date from the clouds' official price lists.")
    .addOption(
      new Option('--provider <names>', 'aws, azure, google, joined by commas')
        .argParser(listOf)
        .default([], 'those of the regions'),
    )
    .addOption(
      new Option('--region <names>', 'joined by commas; repeatable')
        .argParser(listOf)
        .default([], 'those of the repository'),
    )
    .addOption(
      new Option('--service <names>', 'of the book, such as ec2,rds; repeatable')
        .argParser(listOf)
        .default([], 'all that rules fill'),
    )
    .option('--repo <dir>', 'a folder in the repository whose regions are taken', '.')
    .option('--out <dir>', 'folder of the book (default: prices in the cache)')
    .option('--since-book <dir>', 'start from this book (default: the one in --out)')
    .option('--dry-run', 'fetch and compare, and write no book')
    .option('--accept-vanished', 'take a list though more than 5 % of the prices are not in it any more')
    .option('--google-key-env <name>', 'environment variable with the key for Google', 'GOOGLE_API_KEY')
    .option('--now <instant>', 'date the prices as of this instant (default: now)')
    .addOption(new Option('--format <format>', 'how to print').choices(['terminal', 'json']).default('terminal'))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      keepHeapSmall();
      const progress = syncProgress(process.stderr);
      const { provider, region, service, repo, dryRun, acceptVanished, googleKeyEnv } = options;
      const sync = await pricesSync({
        providers: provider,
        regions: region,
        services: service,
        repository: repo,
        ...(options.out === undefined ? {} : { out: options.out }),
        ...(options.sinceBook === undefined ? {} : { sinceBook: options.sinceBook }),
        isDryRun: dryRun === true,
        acceptVanished: acceptVanished === true,
        googleKeyVariable: googleKeyEnv,
        environment: process.env,
        today: instant(options.now).slice(0, 10),
        progress,
      }).finally(() => {
        progress.end();
      });
      process.stdout.write(
        options.format === 'json'
          ? renderSyncJson(sync, { toolVersion: VERSION })
          : renderSync(sync, terminalLook(process.stdout, false, true)),
      );
      process.exitCode = exitOf(sync);
    });
}

function listOf(text: string, before: readonly string[]): string[] {
  return [...before, ...text.split(',').filter((name) => name !== '')];
}

/** 3 when a service did not give a list, 1 when prices stay as they were because too many would vanish. */
function exitOf({ lists, regions }: PricesSync): number {
  if (lists.length === 0 || lists.some(({ state }) => state === 'failed')) return 3;
  return regions.some(({ kept }) => kept !== null) ? 1 : 0;
}

const EXAMPLES = `
Asks pricing.us-east-1.amazonaws.com, prices.azure.com and cloudbilling.googleapis.com, and no other host. Only Google wants a
key. What was read is kept beside the book: a sync that broke off goes on where it stopped.

Exit:    0; 1 when prices were kept because too many would vanish; 3 when a list could not be had

Examples:
  tollgate prices sync --region eu-west-1,us-east-1
  tollgate prices sync --repo . --provider azure --dry-run
  tollgate check --price-book ~/.cache/tollgate/prices`;
