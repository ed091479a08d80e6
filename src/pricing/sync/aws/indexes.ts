import { type Json, isJsonObject, member, textMember } from '../../../lib/json.ts';
import { ListProblem } from '../port.ts';

/** Index of all offers of the AWS Price List Bulk API: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html */
export const SERVICE_INDEX = '/offers/v1.0/aws/index.json';

/** Where the list of an offer in one region stands. */
export interface OfferVersion {
  /** Time stamp of 14 digits, which changes with the content. */
  readonly version: string;
  /** The list in CSV. */
  readonly path: string;
}

/** The path of an offer's region index; undefined when the service index has no such offer. Throws for another document. */
export function regionIndexPath(index: Json, offer: string): string | undefined {
  if (!isJsonObject(member(index, 'offers')))
    throw new ListProblem('The index of AWS offers has another form.');
  return textMember(member(member(index, 'offers'), offer), 'currentRegionIndexUrl');
}

/** The current lists of an offer by region. Throws for a document of another form. */
export function offerVersions(index: Json, offer: string): ReadonlyMap<string, OfferVersion> {
  const regions = member(index, 'regions');
  if (!isJsonObject(regions)) throw new ListProblem(`The region index of ${offer} has another form.`);
  return new Map(
    Object.entries(regions).map(([region, entry]) => {
      const url = textMember(entry, 'currentVersionUrl') ?? '';
      const [, path, version] = /^(\/offers\/[^?#]*\/(\d{14})\/[^?#/]+\/index)\.json$/.exec(url) ?? [];
      if (path === undefined || version === undefined) {
        throw new ListProblem(`The region index of ${offer} has an address of another form for ${region}.`);
      }
      return [region, { version, path: `${path}.csv` }];
    }),
  );
}
