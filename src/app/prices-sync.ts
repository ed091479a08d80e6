import { join, resolve } from 'node:path';
import { cacheFolder } from '../iac/terraform/module/fetch/cache/cache-folder.ts';
import { UserError } from '../lib/errors.ts';
import { nearest } from '../lib/nearest.ts';
import type { PricesSync } from '../model/prices-sync.ts';
import { type BookFiles, openBookFiles } from '../pricing/book.ts';
import { openFolderFiles } from '../pricing/folder.ts';
import { awsLists } from '../pricing/sync/aws/source.ts';
import { azureLists } from '../pricing/sync/azure/azure-lists.ts';
import { googleLists } from '../pricing/sync/google/google-lists.ts';
import { HttpsClient } from '../pricing/sync/http/client.ts';
import type { PriceListSource } from '../pricing/sync/port.ts';
import type { ProviderSync, SyncProgress } from '../pricing/sync/provider.ts';
import { type ListRules, openListRules } from '../pricing/sync/rules/price-lists.ts';
import { KEPT, syncPrices } from '../pricing/sync/sync.ts';
import { hasTracked, isOutside } from '../tree/outside.ts';
import { repositoryRoot } from '../tree/repository.ts';
import { hasBook } from './prices/has-book.ts';
import { wantedRegions } from './prices/wanted-regions.ts';

/** The only hosts that a sync asks. */
export const PRICE_HOSTS = {
  aws: 'https://pricing.us-east-1.amazonaws.com',
  azure: 'https://prices.azure.com',
  google: 'https://cloudbilling.googleapis.com',
} as const;

type Provider = keyof typeof PRICE_HOSTS;

export interface PricesSyncOptions {
  /** Default: those that have a region. */
  readonly providers: readonly string[];
  /** Default: those of the resources in the repository. */
  readonly regions: readonly string[];
  /** Shards of the book; default: all that rules fill. */
  readonly services: readonly string[];
  /** A folder in the repository whose regions are taken when none is named. */
  readonly repository: string;
  /** Default: `prices` in the user's cache. */
  readonly out?: string;
  /** The book to start from; default: the one in `out`, where there is one. */
  readonly sinceBook?: string;
  readonly isDryRun: boolean;
  readonly acceptVanished: boolean;
  readonly googleKeyVariable: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly progress: SyncProgress;
  /** Other hosts, for tests. */
  readonly hosts?: Readonly<Record<Provider, string>>;
}

/**
 * Brings a price book up to date from the clouds' official lists. Throws a UserError for an option that is not right and for a
 * folder that cannot be written; what a service fails to give is in the result.
 */
export async function pricesSync(options: PricesSyncOptions): Promise<PricesSync> {
  refuseUnknownProviders(options.providers);
  const folder = outFolder(options);
  refuseTrackedLists(folder);
  const regions = await wantedRegions(options);
  const providers = Object.keys(PRICE_HOSTS).filter((name): name is Provider => regions.has(name));
  const rules = new Map(providers.map((name) => [name, openListRules(name)]));
  refuseUnknownServices(options.services, [...rules.values()]);
  return syncPrices({
    providers: providers.flatMap((name): ProviderSync[] => {
      const own = rules.get(name);
      if (own === undefined) return [];
      const wanted = {
        regions: regions.get(name) ?? [],
        services: own.services.filter(
          (one) => options.services.length === 0 || options.services.includes(one),
        ),
        today: options.today,
      };
      return [{ source: sourceOf(name, own, options), rules: own, wanted }];
    }),
    folder,
    shipped: openBookFiles(),
    since: formerBook(options.sinceBook, folder),
    today: options.today,
    acceptVanished: options.acceptVanished,
    isDryRun: options.isDryRun,
    progress: options.progress,
  });
}

function sourceOf(
  name: Provider,
  rules: ListRules,
  { hosts, environment, googleKeyVariable }: PricesSyncOptions,
): PriceListSource {
  const client = new HttpsClient((hosts ?? PRICE_HOSTS)[name]);
  if (name === 'aws') return awsLists(client, rules);
  return name === 'azure'
    ? azureLists(client, rules)
    : googleLists(client, rules, environment[googleKeyVariable]);
}

/** The book to start from. To sync one again that is damaged, or of another version, is no way out: it stands in the way. */
function formerBook(named: string | undefined, folder: string): BookFiles | undefined {
  if (named !== undefined) {
    return openFolderFiles(named, 'Name another book with --since-book, or leave it out.');
  }
  if (!hasBook(folder)) return undefined;
  return openFolderFiles(
    folder,
    `Remove the folder ${folder} if it holds nothing else, or name another with --out.`,
  );
}

/** The folder of the book. One that is not named must lie where no commit brings a book of its own. */
function outFolder({ out, environment, repository }: PricesSyncOptions): string {
  if (out !== undefined) return resolve(out);
  const cache = cacheFolder(environment);
  const hint = 'Name a folder with --out, or let TOLLGATE_CACHE_DIR name one outside of the repository.';
  if (cache === undefined) throw new UserError('The environment names no folder for a cache.', { hint });
  const folder = join(cache, 'prices');
  const root = repositoryOf(repository);
  if (root === undefined || isOutside(root, folder)) return folder;
  throw new UserError('The cache lies in the repository: a change could bring a price book of its own.', {
    hint,
  });
}

/** Lists that were read are taken as they were kept: none that a commit brought may stand among them. */
function refuseTrackedLists(folder: string): void {
  if (!hasTracked(join(folder, KEPT))) return;
  throw new UserError(
    `${KEPT} in the folder of the price book is tracked by git: a commit can bring lists of its own.`,
    {
      hint: `Take it out with "git rm -r --cached" and delete it, or name another folder with --out.`,
    },
  );
}

function repositoryOf(folder: string): string | undefined {
  try {
    return repositoryRoot(folder);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function refuseUnknownProviders(providers: readonly string[]): void {
  const unknown = providers.find((name) => !Object.hasOwn(PRICE_HOSTS, name));
  if (unknown === undefined) return;
  throw new UserError(`There is no provider "${unknown}".`, {
    hint: `There are: ${Object.keys(PRICE_HOSTS).join(', ')}.`,
  });
}

function refuseUnknownServices(services: readonly string[], rules: readonly ListRules[]): void {
  const known = new Set(rules.flatMap((one) => one.services));
  const unknown = services.find((service) => !known.has(service));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new UserError(`No rule fills a service "${unknown}" of these providers from a price list.`, {
    hint: near === undefined ? `There are: ${[...known].join(', ')}.` : `Did you mean ${near}?`,
  });
}
