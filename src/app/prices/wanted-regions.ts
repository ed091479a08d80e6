import { UserError } from '../../lib/errors.ts';
import { byCodePoint } from '../../lib/order.ts';
import { regionProvider } from '../../pricing/sync/region-provider.ts';
import { estimate } from '../estimate.ts';

interface Request {
  readonly providers: readonly string[];
  readonly regions: readonly string[];
  readonly repository: string;
}

/**
 * The regions to ask for, by provider: those that are named, else those of the resources in the repository. Throws a UserError
 * for a name that is no region's, for a provider without one, and when there is none at all.
 */
export async function wantedRegions(request: Request): Promise<ReadonlyMap<string, readonly string[]>> {
  const { providers, regions } = request;
  const byProvider = new Map<string, string[]>();
  for (const region of regions.length > 0 ? regions : await regionsOf(request.repository)) {
    const provider = regionProvider(region);
    if (provider === undefined) {
      if (regions.length === 0) continue;
      throw new UserError(`"${region}" is not written as a region of AWS, Azure or Google Cloud.`, {
        hint: 'Write eu-west-1, westeurope or europe-west1.',
      });
    }
    if (providers.length > 0 && !providers.includes(provider)) continue;
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), region]);
  }
  const without = providers.find((provider) => !byProvider.has(provider));
  if (without !== undefined) throw noRegion(` of ${without}`);
  if (byProvider.size === 0) throw noRegion('');
  return new Map(
    [...byProvider].map(([provider, names]) => [provider, [...new Set(names)].sort(byCodePoint)]),
  );
}

async function regionsOf(repository: string): Promise<string[]> {
  const { resources } = await estimate({
    folder: repository,
    by: [],
    whatIf: [],
    given: { plans: [], basePlans: [], states: [] },
  });
  return resources.flatMap(({ region }) => region ?? []);
}

function noRegion(of: string): UserError {
  return new UserError(`No region${of} is known to ask for.`, {
    hint: 'Name regions with --region, or a repository whose resources have one with --repo.',
  });
}
